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

it("an event that is given up is never sent, and those behind it go on", async () => {
  await pool.query("truncate platform.outbox");
  const engine = recordingEngine();
  const ids = (events: readonly { id?: string | undefined }[]) => events.map(({ id }) => id);
  engine.decide((events) => {
    if (ids(events).includes("order.updated:bad:1")) throw new Error("400 Bad Request");
  });
  await outbox.send([event("bad", 1), event("bad", 2), event("bad", 3)]);
  expect(await outbox.discard("order.updated:bad:1", "cannot-succeed")).toBe(false);
  const own = createPool({ databaseUrl: url });
  const relay = createRelay({ pool: own, client: engine, log: recordingLog(), pollInterval: 50 });
  onTestFinished(async () => {
    await relay.stop();
    await own.end();
  });
  await relay.start();
  const refused = async () => (await outbox.state()).failing[0];
  await expect.poll(refused).toMatchObject({ id: "order.updated:bad:1", behind: 2 });
  expect(await outbox.discard("order.updated:bad:2", "cannot-succeed")).toBe(false);
  expect(await outbox.discard("order.updated:bad:1", "cannot-succeed")).toBe(true);
  await expect.poll(async () => (await outbox.state()).pending).toBe(0);
  expect(ids(engine.accepted())).toEqual(["order.updated:bad:2", "order.updated:bad:3"]);
  expect(await outbox.state()).toMatchObject({ failing: [], lost: [] });
  await outbox.send(event("bad", 1));
  await expect.poll(async () => (await outbox.state()).pending).toBe(0);
  expect(engine.accepted()).toHaveLength(2);
});
