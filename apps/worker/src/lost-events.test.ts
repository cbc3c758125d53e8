import { createDatabase } from "@org/local-stack";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool } from "@org/stores/postgres";
import { afterAll, beforeEach, expect, inject, it } from "vitest";
import { lostEventsCommand } from "./lost-events.ts";

const database = await createDatabase(inject("postgresUrl"), { template: inject("templateDatabase") });
const pool = createPool({ databaseUrl: database.url });
const outbox = postgresOutbox(pool);
const run = (...parameters: string[]) => lostEventsCommand(parameters, outbox);
const id = "order.created:ord_1";

beforeEach(async () => {
  await pool.query("truncate platform.outbox");
  await outbox.send({ id, name: "order.created", v: "1", data: { email: "asha@example.com" } });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const lose = () =>
  pool.query("update platform.outbox set accepted_at = now(), lost_since = '2026-11-01', resends = 3");

it("lists what the engine lost, without what it says", async () => {
  expect(await run("list")).toEqual({ code: 0, text: "No event is lost." });
  await lose();
  const { code, text } = await run("list");
  expect(code).toBe(0);
  expect(text).toMatch(/^2026-1\S+ {2}sent again 3x {2}order\.created {2}order\.created:ord_1$/);
});

it("has one sent again, once", async () => {
  await lose();
  expect(await run("resend", id)).toMatchObject({ code: 0 });
  expect((await outbox.state()).pending).toBe(1);
  expect(await run("resend", id)).toMatchObject({
    code: 1,
    text: expect.stringContaining("No such event is lost"),
  });
});

it.each([[[]], [["resend"]], [["resend", id, "now"]], [["list", id]], [["forget", id]]])(
  "shows its usage for %j",
  async (parameters) => {
    expect(await run(...parameters)).toMatchObject({
      code: 2,
      text: expect.stringContaining("lost-events resend"),
    });
  },
);
