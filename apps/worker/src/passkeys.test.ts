import { createDatabase } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { postgresPasskeys } from "@org/stores/passkeys/postgres";
import { createPool } from "@org/stores/postgres";
import { postgresSessions } from "@org/stores/sessions/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { afterAll, expect, inject, it } from "vitest";
import { passkeysCommand } from "./passkeys.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const people = { mohallaMart: mohallaMartStores(pool), tenOcean: tenOceanStores(pool) };
const passkeys = postgresPasskeys(pool);
const run = (...parameters: string[]) =>
  passkeysCommand(parameters, { people, passkeys, sessions: postgresSessions(pool) });
await people.mohallaMart.staff.add({ staffId: "admin_1", name: "Divya", email: "divya@example.com" });

afterAll(async () => {
  await pool.end();
  await database.drop();
});

it("forgets what a person has lost, and says how many that were", async () => {
  const lost = { credentialId: "AAAA", userId: "admin_1", name: "Phone", publicKey: "AAAA", counter: 0 };
  await passkeys.add({ ...lost, transports: [] });
  const { code, text } = await run("forget", "mohallamart", "divya@example.com");
  expect({ code, text }).toEqual({ code: 0, text: expect.stringMatching(/^forgotten: 1\. /) });
  expect(await passkeys.list("admin_1")).toEqual([]);
});

it("says so where nobody has the address, without repeating it", async () => {
  const { code, text } = await run("forget", "ten-ocean", "divya@example.com");
  expect(code).toBe(1);
  expect(text).not.toContain("divya");
});

it.each([[[]], [["forget", "shop", "a@example.com"]], [["list"]], [["forget", "ten-ocean"]]])(
  "shows its usage for %j",
  async (parameters) => {
    expect(await run(...parameters)).toMatchObject({
      code: 2,
      text: expect.stringContaining("passkeys forget"),
    });
  },
);
