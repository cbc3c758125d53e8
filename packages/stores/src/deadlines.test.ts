import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { databaseOn, guarded } from "./database.ts";
import { type DatabaseUse, deadlinesOf } from "./database-uses.ts";
import { mohallaMartStores } from "./mohallamart/postgres.ts";
import { createPool, type PoolOptions } from "./postgres.ts";
import { testDatabase } from "./testing/database.ts";
import { holdRow } from "./testing/hold-row.ts";
import { pausableProxy } from "./testing/pausable-proxy.ts";
import { transactionPooler } from "./testing/transaction-pooler.ts";
import { DatabaseUnavailableError } from "./unavailable.ts";

const { url, pool: freePool } = await testDatabase();

function poolFor(use: DatabaseUse, options: Partial<PoolOptions> = {}) {
  const pool = createPool({ databaseUrl: url, use, ...options });
  onTestFinished(() => pool.end());
  return pool;
}

/** Statements as a store makes them. */
function statementsOn(pool: ReturnType<typeof poolFor>) {
  const database = databaseOn(pool);
  return guarded("test", {
    run: (text: string) => database.execute(sql.raw(text)),
    together: (...texts: string[]) =>
      database.transaction(async (transaction) => {
        for (const text of texts) await transaction.execute(sql.raw(text));
      }),
  });
}

const unavailable = (code: string) => expect.objectContaining({ code, retryable: true, vendor: "postgres" });

beforeEach(async () => {
  await freePool.query(`
    delete from mohallamart.products; delete from mohallamart.shops;
    insert into mohallamart.shops (shop_id, name, area, description, listed) values ('shop_1', 'S', 'A', 'D', true);
    insert into mohallamart.products (product_id, shop_id, name, description, category, unit, price_paise, stock, reserved)
      values ('prod_1', 'shop_1', 'P', 'D', 'C', '1 kg', 1999, 9, 0), ('prod_2', 'shop_1', 'Q', 'D', 'C', '1 kg', 1999, 9, 0)`);
});

const hold = () =>
  holdRow(freePool, "select from mohallamart.products where product_id = $1 for update", ["prod_1"]);

describe("a row that somebody holds", () => {
  it("keeps thirty who want it waiting, and nobody else: neither pages nor other rows", async () => {
    const release = await hold();
    const { products } = mohallaMartStores(poolFor("command"));
    const waiting = Array.from({ length: 30 }, (_, n) =>
      products.update("prod_1", { price: n + 1 }, { emit: [] }),
    );
    const ended = Promise.allSettled(waiting);
    const others = await Promise.all([
      products.update("prod_2", { price: 5 }, { emit: [] }),
      products.list(),
      mohallaMartStores(poolFor("page")).products.list(),
    ]);
    expect(others[0].after.price).toBe(5);
    const outcomes = await ended;
    await release();
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { retryable: true } });
      if (outcome.status === "rejected")
        expect(DatabaseUnavailableError.isInstance(outcome.reason)).toBe(true);
    }
    expect(await products.get("prod_1")).toMatchObject({ price: 19.99 });
  });

  it("is had by who waits when it is free in time", async () => {
    const release = await hold();
    const { products } = mohallaMartStores(poolFor("command"));
    const changed = products.update("prod_1", { price: 7 }, { emit: [] });
    await Promise.race([changed, products.list()]);
    await release();
    expect((await changed).after.price).toBe(7);
  });

  it("is waited for by a single statement as well, which then says what it met", async () => {
    const release = await hold();
    const { run } = statementsOn(poolFor("page"));
    await expect(
      run("update mohallamart.products set stock = 1 where product_id = 'prod_1'"),
    ).rejects.toEqual(unavailable("55P03"));
    await release();
  });
});

describe("a pool", () => {
  it("refuses at once who comes when as many wait as may, and serves those who wait", async () => {
    const pool = poolFor("page", { maxConnections: 1 });
    const { run } = statementsOn(pool);
    const connection = await pool.connect();
    const waiting = Array.from({ length: deadlinesOf.page.queue }, () => run("select 1"));
    await expect(run("select 1")).rejects.toEqual(unavailable("pool-full"));
    connection.release();
    expect(await Promise.all(waiting)).toHaveLength(deadlinesOf.page.queue);
  });

  it("lets nobody wait for ever for a connection", async () => {
    const pool = poolFor("health");
    const connection = await pool.connect();
    await expect(statementsOn(pool).run("select 1")).rejects.toEqual(unavailable("pool-wait"));
    connection.release();
  });
});

describe("a slow database", () => {
  it("ends a statement at its deadline, and the whole transaction with it", async () => {
    const { run, together } = statementsOn(poolFor("health"));
    await expect(run("select pg_sleep(20)")).rejects.toEqual(unavailable("57014"));
    await expect(
      together("update mohallamart.products set stock = 1", "select pg_sleep(20)"),
    ).rejects.toEqual(unavailable("57014"));
    expect(await mohallaMartStores(freePool).products.get("prod_1")).toMatchObject({ available: 9 });
  });

  it.each([
    ["a statement", ["select 1"]],
    ["a transaction", ["select 1", "select 2"]],
  ])("that stops answering ends %s, and its connection is not used again", async (_what, texts) => {
    const proxy = await pausableProxy(url);
    onTestFinished(() => proxy.stop());
    const { run, together } = statementsOn(poolFor("health", { databaseUrl: proxy.url }));
    const ask = () => (texts.length > 1 ? together(...texts) : run("select 1"));
    await ask();
    proxy.pause();
    await expect(ask()).rejects.toEqual(unavailable("no-answer"));
    await expect(ask()).rejects.toEqual(unavailable("no-answer"));
    proxy.resume();
    await ask();
  });

  it("that is gone is said to be gone", async () => {
    const proxy = await pausableProxy(url);
    const { run } = statementsOn(poolFor("page", { databaseUrl: proxy.url }));
    await run("select 1");
    await proxy.stop();
    await expect(run("select 1")).rejects.toSatisfy(DatabaseUnavailableError.isInstance);
    await expect(run("select 1")).rejects.toEqual(unavailable("ECONNREFUSED"));
  });
});

describe("behind a pooler in transaction mode", () => {
  async function pooled(options: Partial<PoolOptions>) {
    const pooler = await transactionPooler(url);
    onTestFinished(() => pooler.stop());
    return poolFor("command", { databaseUrl: pooler.url, ...options });
  }

  it("a connection's own settings are refused, so that nobody believes in them, and it says what to set", async () => {
    await expect(statementsOn(await pooled({})).run("select 1")).rejects.toMatchObject({
      code: "08P01",
      message: expect.stringContaining("set DATABASE_POOLER=transaction and DATABASE_DIRECT_URL"),
    });
  });

  it("each transaction has its deadlines, and nothing of them is left for others", async () => {
    const pool = await pooled({ transactionPooler: true });
    const database = databaseOn(pool);
    const shown = await database.transaction(async (transaction) => {
      const { rows } = await transaction.execute(
        sql`select name, setting::int from pg_settings where name in ('lock_timeout', 'statement_timeout')`,
      );
      return rows;
    });
    const { lock, statement } = deadlinesOf.command;
    expect(shown).toEqual([
      { name: "lock_timeout", setting: lock },
      { name: "statement_timeout", setting: statement },
    ]);
    for (let n = 0; n < 3; n++) {
      const { rows } = await pool.query("show lock_timeout");
      expect(rows).toEqual([{ lock_timeout: "0" }]);
    }
  });

  it("a held row is refused as without one, and stores work over changing connections", async () => {
    const { products } = mohallaMartStores(await pooled({ transactionPooler: true }));
    const release = await hold();
    await expect(products.update("prod_1", { price: 3 }, { emit: [] })).rejects.toEqual(unavailable("55P03"));
    await release();
    for (let price = 1; price <= 4; price++) {
      expect((await products.update("prod_1", { price }, { emit: [] })).after.price).toBe(price);
      expect(await products.get("prod_1")).toMatchObject({ price });
    }
  });
});
