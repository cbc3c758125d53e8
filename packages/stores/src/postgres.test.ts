import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDatabase } from "@org/local-stack";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { expect, inject, it, onTestFinished } from "vitest";
import { mohallaMartStores } from "./mohallamart/postgres.ts";
import { createPool, migrate, type Pool } from "./postgres.ts";
import { tenOceanStores } from "./ten-ocean/postgres.ts";

async function emptyDatabase(): Promise<{ url: string; pool: Pool }> {
  const database = await createDatabase(inject("postgresUrl"));
  const pool = createPool({ databaseUrl: database.url });
  onTestFinished(async () => {
    await pool.end();
    await database.drop();
  });
  return { url: database.url, pool };
}

/** A copy of the migrations that ends after the first one, or after as many as there were. */
async function firstMigration(count = 1): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "first-migration-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(fileURLToPath(new URL("../drizzle", import.meta.url)), folder, { recursive: true });
  const journalPath = join(folder, "meta", "_journal.json");
  const journal = JSON.parse(await readFile(journalPath, "utf8"));
  await writeFile(journalPath, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

it("eight processes that migrate at once leave one migrated database", async () => {
  const { url, pool } = await emptyDatabase();
  await Promise.all(Array.from({ length: 8 }, () => migrate(url)));
  const { rows } = await pool.query(
    "select count(*)::int = count(distinct hash)::int as once from drizzle.__drizzle_migrations",
  );
  expect(rows).toEqual([{ once: true }]);
  expect(await mohallaMartStores(pool).products.list()).toEqual([]);
});

it("data of the first release is carried on", async () => {
  const { url, pool } = await emptyDatabase();
  await applyMigrations(drizzle(pool), { migrationsFolder: await firstMigration() });
  await pool.query(`
    insert into mohallamart.shops (shop_id, name, area, description, listed) values ('shop_1', 'S', 'A', 'D', true);
    insert into mohallamart.products (product_id, shop_id, name, description, category, unit, price_paise, stock, reserved)
      values ('prod_1', 'shop_1', 'P', 'D', 'C', '1 kg', 1999, 9, 0);
    insert into mohallamart.orders
      (order_id, user_id, shop_id, contact_name, contact_email, total_paise, payment, payment_id, placed_at)
      values ('ord_1', 'user_1', 'shop_1', 'N', 'n@example.com', 1999, 'prepaid', 'pay_1', now());
    insert into mohallamart.order_lines (order_id, line, product_id, name, unit, price_paise, quantity)
      values ('ord_1', 0, 'prod_1', 'P', '1 kg', 1999, 1);
    insert into mohallamart.inventory_log (product_id, order_id, reason, change, stock_after)
      values ('prod_1', 'ord_1', 'order', -1, 9);
    update mohallamart.orders set stock_taken_at = now()`);
  await migrate(url);
  const { orders, inventory } = mohallaMartStores(pool);
  expect(await orders.payment("ord_1")).toMatchObject({ status: "authorised", paymentId: "pay_1" });
  expect(await inventory.take("ord_1", { emit: [] })).toMatchObject({ taken: [{ quantity: 1, stock: 9 }] });
  await orders.cancel("ord_1", { emit: [] });
  expect(await inventory.restore("ord_1", { emit: [] })).toMatchObject({ restored: [{ available: 10 }] });
});

it("maintenance requests that were there get a number and a history", async () => {
  const { url, pool } = await emptyDatabase();
  // The last state in which requests had neither.
  await applyMigrations(drizzle(pool), { migrationsFolder: await firstMigration(11) });
  await pool.query(`
    insert into ten_ocean.units (unit_id, label, floor) values ('unit_4B', '4B', 4);
    insert into ten_ocean.residents (user_id, email, first_name, last_name) values ('user_1', 'a@example.com', 'A', 'B');
    insert into ten_ocean.maintenance_requests
      (request_id, user_id, unit_id, category, priority, description, status, resolved_at, resolved_by, resolution)
      values ('req_1', 'user_1', 'unit_4B', 'plumbing', 'high', 'Leak', 'open', null, null, null),
             ('req_2', 'user_1', 'unit_4B', 'other', 'low', 'Door', 'resolved', now(), 'admin_1', 'Oiled')`);
  await migrate(url);
  const { maintenance } = tenOceanStores(pool);
  const found = await maintenance.list({ order: "newest" });
  expect(found.map(({ number, status }) => [number > 1_000, status])).toEqual([
    [true, "resolved"],
    [true, "open"],
  ]);
  expect(await maintenance.history("req_2")).toMatchObject([
    { kind: "created", by: "user_1", priority: "low" },
    { kind: "resolved", by: "admin_1", text: "Oiled" },
  ]);
  expect(
    await maintenance.comment("req_1", { entryId: "entry_1", by: "user_1", text: "?" }, { emit: [] }),
  ).toBe(true);
});

it("what residents chose for everything holds for each kind", async () => {
  const { url, pool } = await emptyDatabase();
  // The last state in which there was one choice for every kind.
  await applyMigrations(drizzle(pool), { migrationsFolder: await firstMigration(11) });
  await pool.query(`
    insert into ten_ocean.residents (user_id, email, first_name, last_name)
      values ('user_1', 'a@example.com', 'A', 'B'), ('user_2', 'c@example.com', 'C', 'D');
    insert into ten_ocean.preferences (user_id, by_email, by_push, digest) values ('user_1', false, true, 'daily')`);
  await migrate(url);
  const { preferences } = tenOceanStores(pool);
  const [chosen, unchosen] = await preferences.list(["user_1", "user_2"]);
  const pushOnly = { email: false, push: true, timing: "immediate" };
  expect(chosen?.digest).toBe("daily");
  expect(Object.values(chosen?.kinds ?? {})).toEqual(Array.from({ length: 5 }, () => pushOnly));
  expect(unchosen).toMatchObject({ kinds: { forum: { email: true, push: true } }, digest: "weekly" });
});
