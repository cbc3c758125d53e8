import { createDatabase } from "@org/local-stack";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool } from "@org/stores/postgres";
import { afterAll, beforeEach, expect, inject, it } from "vitest";
import { outboxCommand } from "./outbox.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const outbox = postgresOutbox(pool);
const run = (...parameters: string[]) => outboxCommand(parameters, outbox);
const id = "order.created:ord_1";
const why = ["--reason", "cannot-succeed"];

beforeEach(async () => {
  await pool.query("truncate platform.outbox");
  await outbox.send({ id, name: "order.created", v: "1", data: { email: "asha@example.com" } });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const refuse = () => pool.query("update platform.outbox set attempts = 3, last_error = '400 Bad Request'");

it("lists what the engine refuses, without what it says", async () => {
  expect(await run("list")).toEqual({ code: 0, text: "The engine refuses no event." });
  await refuse();
  const text = "refused 3x  0 behind it  order.created  order.created:ord_1  400 Bad Request";
  expect(await run("list")).toEqual({ code: 0, text });
});

it("gives one up for a reason, once", async () => {
  await refuse();
  expect(await run("discard", id)).toMatchObject({ code: 1, text: expect.stringContaining("--reason") });
  expect((await outbox.state()).pending).toBe(1);
  expect(await run("discard", id, ...why)).toEqual({
    ...{ code: 0, text: `${id} is given up: it can never succeed. See: outbox list` },
  });
  expect(await run("discard", id, ...why)).toMatchObject({
    ...{ code: 1, text: expect.stringContaining("No such event is refused") },
  });
});

it.each([[[]], [["discard"]], [["discard", id, "now", ...why]], [["discard", id, "--all"]], [["list", id]]])(
  "shows its usage for %j",
  async (parameters) => {
    expect(await run(...parameters)).toMatchObject({
      code: 2,
      text: expect.stringContaining("outbox discard"),
    });
  },
);
