import { expect, it, onTestFinished } from "vitest";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { postgresOutbox } from "./postgres.ts";
import { event, relayContract } from "./relay.contract.ts";
import { createRelay } from "./relay.ts";
import { recordingEngine, recordingLog } from "./testing/engine.ts";

const { pool, url } = await testDatabase();
const outbox = postgresOutbox(pool);

relayContract("Postgres", {
  outbox,
  create(options) {
    const own = createPool({ databaseUrl: url });
    const relay = createRelay({ pool: own, ...options });
    onTestFinished(async () => {
      await relay.stop();
      await own.end();
    });
    return relay;
  },
  forgetWaits: () => pool.query("update platform.outbox set next_attempt_at = null"),
  reset: () => pool.query("truncate platform.outbox"),
});

it("without a wake-up it polls, and finds its connection again", async () => {
  const engine = recordingEngine();
  const own = createPool({ databaseUrl: url });
  onTestFinished(() => own.end());
  const log = recordingLog();
  const relay = createRelay({ pool: own, client: engine, log, pollInterval: 50 });
  await relay.start();
  onTestFinished(() => relay.stop());
  await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen outbox'",
  );
  await outbox.send(event("a", 1));
  await expect.poll(async () => (await outbox.state()).pending).toBe(0);
  await expect
    .poll(() =>
      pool
        .query("select from pg_stat_activity where datname = current_database() and query = 'listen outbox'")
        .then(({ rowCount }) => rowCount),
    )
    .toBe(1);
  expect(log.lines).toContainEqual(expect.objectContaining({ level: "warn" }));
});
