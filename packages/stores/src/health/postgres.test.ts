import { expect, it, onTestFinished, vi } from "vitest";
import { postgresOutbox } from "../outbox/postgres.ts";
import { createPool } from "../postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { pausableProxy } from "../testing/pausable-proxy.ts";
import { postgresHealth } from "./postgres.ts";

const { url, pool } = await testDatabase();
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };

function probe(databaseUrl = url, options: { slowAfter?: number; lateAfter?: number } = {}) {
  const health = postgresHealth({ databaseUrl, log, ...options });
  onTestFinished(() => health.close());
  return health;
}

it("answers while every other connection is taken and more wait for one", async () => {
  const busy = createPool({ databaseUrl: url, use: "page", maxConnections: 2 });
  const taken = await Promise.all([busy.connect(), busy.connect()]);
  const waiting = busy.query("select 1").catch(() => undefined);
  expect(await probe().check()).toEqual({ status: "ok", database: "ok", outbox: "ok" });
  for (const connection of taken) connection.release();
  await waiting;
  await busy.end();
});

it("says what is slow: the database, or events on their way", async () => {
  await postgresOutbox(pool).send({ name: "test", v: "1", data: {} });
  const report = await probe(url, { slowAfter: -1, lateAfter: -1 }).check();
  expect(report).toEqual({
    status: "slow",
    database: "slow",
    outbox: "late",
    reason: "the database answers slowly; events wait for the engine",
  });
});

it("says that the database is away, in its time, and that it is back", async () => {
  const proxy = await pausableProxy(url);
  onTestFinished(() => proxy.stop());
  const health = probe(proxy.url);
  expect(await health.check()).toMatchObject({ status: "ok" });
  proxy.pause();
  const away = { status: "unavailable", database: "away", reason: "the database does not answer" };
  expect(await Promise.all(Array.from({ length: 20 }, () => health.check()))).toEqual(
    Array.from({ length: 20 }, () => away),
  );
  proxy.resume();
  await vi.waitFor(async () => expect(await health.check()).toMatchObject({ status: "ok" }), 5_000);
  proxy.cut();
  await vi.waitFor(async () => expect(await health.check()).toMatchObject({ status: "ok" }), 5_000);
});
