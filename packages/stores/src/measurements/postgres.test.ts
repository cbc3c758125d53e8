import { expect, it, onTestFinished } from "vitest";
import { recordingLog } from "../outbox/testing/engine.ts";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { measurementContract } from "./contract.ts";
import { postgresMeasurements, postgresMeasuring } from "./postgres.ts";

const { pool, url } = await testDatabase();
const measurements = postgresMeasurements(pool);

measurementContract("Postgres", {
  measurements,
  worker: ({ now }) => postgresMeasuring(pool, { log: recordingLog(), now }),
  count: async () => (await pool.query("select from platform.measurements")).rowCount ?? 0,
  reset: async () => {
    await pool.query("truncate platform.measurements");
  },
});

it("measurements are written a moment later, by themselves", async () => {
  const measuring = postgresMeasuring(pool, { log: recordingLog(), delay: 20 });
  measuring.saw({ kind: "step", owner: "ten-ocean", name: "welcome", outcome: "done", duration: 3 });
  const since = new Date().toISOString();
  await expect.poll(() => measurements.totals({ since })).toMatchObject([{ name: "welcome", done: 1 }]);
});

it("what cannot be written while the database is away is written once when it is back", async () => {
  const own = createPool({ databaseUrl: url });
  onTestFinished(() => own.end());
  const log = recordingLog();
  const measuring = postgresMeasuring(own, { log, delay: 20 });
  await pool.query("alter table platform.measurements rename to away");
  const seen = { kind: "call", owner: "email", name: "away", outcome: "done", duration: 3 } as const;
  measuring.saw(seen);
  await measuring.flush();
  measuring.saw(seen);
  expect(log.lines).toMatchObject([{ level: "warn" }]);
  await pool.query("alter table platform.away rename to measurements");
  const ours = async () => {
    const totals = await measurements.totals({ since: new Date().toISOString() });
    return totals.filter(({ name }) => name === "away");
  };
  await expect.poll(ours).toMatchObject([{ done: 2 }]);
});
