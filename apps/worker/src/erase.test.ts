import { createDatabase } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, expect, inject, it } from "vitest";
import { eraseCommand } from "./erase.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const { users } = mohallaMartStores(pool);
const { residents } = tenOceanStores(pool);
const none = { emit: [] };
const run = (...parameters: string[]) => eraseCommand(parameters, { users, residents });

afterAll(async () => {
  await pool.end();
  await database.drop();
});

it("closes an account as its person does, once, with the event that has the rest erased", async () => {
  await users.add({ userId: "user_1", name: "Asha Rao", email: "asha@example.com" });
  expect(await run("mohallamart", "user_1")).toMatchObject({ code: 0 });
  const { rows } = await pool.query("select name, payload->'data'->>'userId' as who from platform.outbox");
  expect(rows).toEqual([{ name: "user.deleted", who: "user_1" }]);
  expect(await run("mohallamart", "user_1")).toMatchObject({
    code: 1,
    text: expect.stringContaining("no open account user_1"),
  });
});

it.each([
  {
    product: "mohallamart",
    add: () => users.add({ userId: "user_back", name: "Asha Rao", email: "back@example.com" }),
    reopen: "delete from mohallamart.closed_accounts",
  },
  {
    product: "ten-ocean",
    add: () =>
      residents.register(
        { userId: "user_back", firstName: "Maya", lastName: "", email: "back@example.com" },
        none,
      ),
    reopen: "delete from ten_ocean.removed_residents",
  },
])(
  "$product: who comes back with a backup is erased by an event that the engine has not seen",
  async ({ product, add, reopen }) => {
    await pool.query("truncate platform.outbox");
    await add();
    expect(await run(product, "user_back")).toMatchObject({ code: 0 });
    const { rows: first } = await pool.query("delete from platform.outbox returning id");
    await pool.query(reopen);
    await add();
    expect(await run(product, "user_back")).toMatchObject({ code: 0 });
    const { rows: second } = await pool.query("select id from platform.outbox");
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
  },
);

it("says so where there is no such account", async () => {
  expect(await run("ten-ocean", "user_1")).toMatchObject({
    code: 1,
    text: expect.stringContaining("ten-ocean"),
  });
});

it.each([[[]], [["mohallamart"]], [["shop", "user_1"]], [["mohallamart", "user_1", "now"]]])(
  "shows its usage for %j",
  async (parameters) => {
    expect(await run(...parameters)).toMatchObject({ code: 2, text: expect.stringContaining("erase <") });
  },
);
