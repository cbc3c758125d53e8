import { expect, it, onTestFinished, vi } from "vitest";
import { postgresOutbox } from "../outbox/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { pausableProxy } from "../testing/pausable-proxy.ts";
import { postgresChanges } from "./postgres.ts";

const { url, pool } = await testDatabase();
const outbox = postgresOutbox(pool);
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };

const emit = (data: object) => outbox.send({ name: "test", v: "1", data });

async function listener(databaseUrl = url, options: { retryAfter?: number; checkEvery?: number } = {}) {
  const changes = postgresChanges({ databaseUrl, log, ...options });
  onTestFinished(() => changes.close());
  return changes;
}

async function connections(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    "select count(*)::int from pg_stat_activity where query ilike 'listen %' and datname = current_database()",
  );
  return rows[0]?.count ?? 0;
}

it("tells each of its subject, and of nobody else's, over one connection", async () => {
  const changes = await listener();
  const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
  const end = changes.listen("ord_1", first);
  changes.listen("ord_1", second);
  changes.listen("ord_2", other);
  await vi.waitFor(() => expect(changes.isListening).toBe(true));
  expect(await connections()).toBe(1);
  for (const heard of [first, second, other]) heard.mockClear();
  await emit({ orderId: "ord_1", userId: "user_1" });
  await vi.waitFor(() => expect(second).toHaveBeenCalledOnce());
  expect(first).toHaveBeenCalledOnce();
  end();
  await emit({ orderId: "ord_1" });
  await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2));
  expect(first).toHaveBeenCalledOnce();
  expect(other).not.toHaveBeenCalled();
});

it("tells everybody when more changed than one notification names", async () => {
  const changes = await listener();
  const heard = vi.fn();
  changes.listen("ord_1", heard);
  await vi.waitFor(() => expect(changes.isListening).toBe(true));
  heard.mockClear();
  await outbox.send(
    Array.from({ length: 1_000 }, (_, n) => ({ name: "test", v: "1", data: { orderId: `ord_long_${n}` } })),
  );
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
});

it.each(["cut", "pause"] as const)(
  "comes back after its connection was lost (%s), and has everybody look at once",
  async (fault) => {
    const proxy = await pausableProxy(url);
    onTestFinished(() => proxy.stop());
    const changes = postgresChanges({ databaseUrl: proxy.url, log, retryAfter: 10, checkEvery: 20 });
    onTestFinished(() => changes.close());
    const heard = vi.fn();
    changes.listen("ord_1", heard);
    await vi.waitFor(() => expect(changes.isListening).toBe(true));
    heard.mockClear();
    proxy[fault]();
    // A broken connection is replaced sooner than one could look.
    if (fault === "pause") await vi.waitFor(() => expect(changes.isListening).toBe(false), 15_000);
    proxy.resume();
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 15_000);
    expect(changes.isListening).toBe(true);
  },
  30_000,
);
