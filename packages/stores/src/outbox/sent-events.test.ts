import { beforeEach, expect, it, onTestFinished } from "vitest";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import type { SentEvent } from "./port.ts";
import { postgresOutbox } from "./postgres.ts";
import { createRelay } from "./relay.ts";
import { postgresSentEvents } from "./sent-events.ts";
import { recordingEngine, recordingLog } from "./testing/engine.ts";

const { pool, url } = await testDatabase();

beforeEach(async () => {
  await pool.query("truncate platform.outbox, platform.event_traces");
});

const sent = (id: string, data: unknown = { id }): SentEvent => ({
  id,
  name: "order.paid",
  v: "1",
  ts: 1_790_000_000_000,
  data,
});

const kept = async () => (await pool.query("select id, name, payload from platform.outbox order by id")).rows;

it("what is kept counts as accepted, is not on its way, and no relay sends it", async () => {
  await postgresSentEvents(pool).keep([sent("a"), sent("b")]);
  expect(await kept()).toEqual([
    { id: "a", name: "order.paid", payload: sent("a") },
    { id: "b", name: "order.paid", payload: sent("b") },
  ]);
  expect(await postgresOutbox(pool).state()).toMatchObject({ pending: 0, lost: [] });
  const engine = recordingEngine();
  expect(await createRelay({ pool, client: engine, log: recordingLog() }).drain()).toBe(0);
  expect(engine.calls).toEqual([]);
});

it("a step that is tried again adds nothing, and changes nothing of what the outbox has", async () => {
  await postgresOutbox(pool).send([{ id: "a", name: "order.created", v: "1", data: {} }]);
  const events = postgresSentEvents(pool);
  for (let attempt = 0; attempt < 3; attempt++) await events.keep([sent("a"), sent("b"), sent("b")]);
  expect((await kept()).map(({ id, name }) => `${name} ${id}`)).toEqual(["order.created a", "order.paid b"]);
  expect(await postgresOutbox(pool).state()).toMatchObject({ pending: 1 });
});

it("what several steps send at once is written together, and each hears of its own", async () => {
  const own = createPool({ databaseUrl: url });
  onTestFinished(() => own.end());
  const events = postgresSentEvents(own);
  const before = await inserted();
  await Promise.all(
    Array.from({ length: 200 }, (_, step) => events.keep([sent(`${step}:0`), sent(`${step}:1`)])),
  );
  expect(await kept()).toHaveLength(400);
  // The first alone, the others behind it.
  expect((await inserted()) - before).toBe(2);
});

it("one step's event that cannot be written harms no other", async () => {
  const events = postgresSentEvents(pool);
  const all = ["a", "\0", "b", "c"].map((id) => events.keep([sent(id, {})]));
  const ends = await Promise.allSettled(all);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect((await kept()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
});

it("a step fails, and can be tried again, while the database is away", async () => {
  const events = postgresSentEvents(pool);
  await pool.query("alter table platform.outbox rename to away");
  await expect(events.keep([sent("a")])).rejects.toThrow("sent-events keep: Postgres failed");
  await pool.query("alter table platform.away rename to outbox");
  await events.keep([sent("a")]);
  expect(await kept()).toHaveLength(1);
});

it("keeps nothing of no events", async () => {
  await postgresSentEvents(pool).keep([]);
  expect(await kept()).toEqual([]);
});

/** How many transactions inserted into the outbox, by the rows' own transaction ids. */
async function inserted(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(distinct xmin::text)::int as count from platform.outbox",
  );
  return rows[0]?.count ?? 0;
}
