import { expect, it, onTestFinished, vi } from "vitest";
import { postgresOutbox } from "../outbox/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { pausableProxy } from "../testing/pausable-proxy.ts";
import { changeContract } from "./contract.ts";
import { postgresChanges } from "./postgres.ts";

const { url, pool } = await testDatabase();
const outbox = postgresOutbox(pool);
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };

changeContract("Postgres", {
  outbox,
  create: () => postgresChanges({ databaseUrl: url, log }),
  async connections() {
    const { rows } = await pool.query<{ count: number }>(
      "select count(*)::int from pg_stat_activity where query ilike 'listen %' and datname = current_database()",
    );
    return rows[0]?.count ?? 0;
  },
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
