import { beforeEach, expect, it, onTestFinished } from "vitest";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { postgresOutbox } from "./postgres.ts";
import { recordingLog } from "./testing/engine.ts";
import { postgresEventTraces } from "./traces.ts";

const { pool, url } = await testDatabase();

beforeEach(async () => {
  await pool.query("truncate platform.outbox, platform.event_traces");
  await postgresOutbox(pool).send([
    { id: "a", name: "order.created", v: "1", data: {} },
    { id: "b", name: "order.created", v: "1", data: {} },
  ]);
});

const kept = async () =>
  (await pool.query("select event_id, function_id, ended from platform.event_traces order by 1, 2")).rows;

const trace = (eventId: string, ended: boolean) => ({ eventId, functionId: "market-pack", ended });

it("traces are written a moment later, many in one statement", async () => {
  const traces = postgresEventTraces(pool, { log: recordingLog(), delay: 20 });
  for (let call = 0; call < 5; call++) traces.saw(trace("a", false));
  traces.saw(trace("b", true));
  expect(await kept()).toEqual([]);
  await expect.poll(kept).toEqual([
    { event_id: "a", function_id: "market-pack", ended: false },
    { event_id: "b", function_id: "market-pack", ended: true },
  ]);
});

it("an end stays an end, whatever is seen later and by whom", async () => {
  for (const ended of [false, true, false]) {
    const traces = postgresEventTraces(pool, { log: recordingLog() });
    traces.saw(trace("a", ended));
    await traces.close();
  }
  expect(await kept()).toEqual([{ event_id: "a", function_id: "market-pack", ended: true }]);
});

it("events that are not in the outbox, or not looked for any more, leave none", async () => {
  await pool.query("update platform.outbox set traced_at = now() where id = 'b'");
  const traces = postgresEventTraces(pool, { log: recordingLog() });
  for (const id of ["a", "b", "elsewhere"]) traces.saw(trace(id, true));
  await traces.flush();
  expect(await kept()).toMatchObject([{ event_id: "a" }]);
});

it("what cannot be written while the database is away is written when it is back", async () => {
  const own = createPool({ databaseUrl: url });
  onTestFinished(() => own.end());
  const log = recordingLog();
  const traces = postgresEventTraces(own, { log, delay: 20 });
  await pool.query("alter table platform.event_traces rename to away");
  traces.saw(trace("a", true));
  await traces.flush();
  expect(log.lines).toMatchObject([{ level: "warn" }]);
  await pool.query("alter table platform.away rename to event_traces");
  await expect.poll(kept).toMatchObject([{ event_id: "a", ended: true }]);
});
