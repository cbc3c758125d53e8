import { createDatabase } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { mohallaMartPersonalData, tenOceanPersonalData } from "@org/stores/personal-data/postgres";
import { createPool } from "@org/stores/postgres";
import { afterAll, expect, inject, it } from "vitest";
import { personalDataCommand } from "./personal-data.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const personalData = { mohallamart: mohallaMartPersonalData(pool), "ten-ocean": tenOceanPersonalData(pool) };
const run = (...parameters: string[]) => personalDataCommand(parameters, { personalData });
await mohallaMartStores(pool).users.add({ userId: "user_1", name: "Asha Rao", email: "asha@example.com" });

afterAll(async () => {
  await pool.end();
  await database.drop();
});

it("writes what is kept of a person, for a program to read", async () => {
  const { code, text } = await run("mohallamart", "user_1");
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({
    format: "personal-data/1",
    tables: { "mohallamart.users": [{ email: "asha@example.com" }] },
  });
});

it("says so where there is no such account", async () => {
  expect(await run("ten-ocean", "user_1")).toMatchObject({
    code: 1,
    text: expect.stringContaining("ten-ocean"),
  });
});

it.each([[[]], [["mohallamart"]], [["shop", "user_1"]], [["mohallamart", "user_1", "now"]]])(
  "shows its usage for %j",
  async (parameters) => {
    expect(await run(...parameters)).toMatchObject({
      code: 2,
      text: expect.stringContaining("personal-data <"),
    });
  },
);
