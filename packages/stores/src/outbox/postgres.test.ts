import { expect, it } from "vitest";
import { databaseOn } from "../database.ts";
import { testDatabase } from "../testing/database.ts";
import { emittedEvents } from "../testing/emitted.ts";
import { appendEvents } from "./append.ts";
import { created, outboxContract } from "./contract.ts";
import { postgresOutbox } from "./postgres.ts";

const { pool } = await testDatabase();

outboxContract("Postgres", {
  outbox: postgresOutbox(pool),
  emitted: () => emittedEvents(pool),
  age: async (acceptedId) => {
    await pool.query("update platform.outbox set accepted_at = '2026-01-01' where id = $1", [acceptedId]);
    await pool.query("update platform.outbox set created_at = now() - interval '1 hour'");
  },
  reset: () => pool.query("truncate platform.outbox"),
});

it("events end with the transaction they were appended in", async () => {
  await pool.query("truncate platform.outbox");
  const append = databaseOn(pool).transaction(async (transaction) => {
    await appendEvents(transaction, [created("ord_1")]);
    throw new Error("rolled back");
  });
  await expect(append).rejects.toThrow("rolled back");
  expect(await emittedEvents(pool)).toEqual([]);
});
