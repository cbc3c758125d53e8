import { createDatabase } from "@org/local-stack";
import { expect, inject, it, onTestFinished } from "vitest";
import { AppRoleError, allowApp } from "./app-role.ts";
import { loadDemoData } from "./demo-data/load-demo-data.ts";
import { mohallaMartStores } from "./mohallamart/postgres.ts";
import { createPool, migrate, type Pool, pendingMigrations } from "./postgres.ts";
import { tenOceanStores } from "./ten-ocean/postgres.ts";

interface Databases {
  ownerUrl: string;
  role: string;
  owner: Pool;
  app: Pool;
}

/** A migrated database of an owner, and a role that may do nothing yet. */
async function twoRoles(): Promise<Databases> {
  const database = await createDatabase(inject("postgresUrl"));
  const role = `${database.name}_app`;
  const appUrl = new URL(database.url);
  appUrl.username = role;
  appUrl.password = "of the app";
  const owner = createPool({ databaseUrl: database.url });
  const app = createPool({ databaseUrl: appUrl.href });
  await migrate(database.url);
  await owner.query(`create role "${role}" login password 'of the app'`);
  onTestFinished(async () => {
    await app.end();
    await owner.query(`drop owned by "${role}"`);
    await owner.query(`drop role "${role}"`);
    await owner.end();
    await database.drop();
  });
  return { ownerUrl: database.url, role, owner, app };
}

const has = (privilege: string) =>
  `has_table_privilege($1, quote_ident(table_schema) || '.' || quote_ident(table_name), '${privilege}')`;
const needed = ["select", "insert", "update", "delete"].map(has).join(" and ");
const unneeded = ["truncate", "references", "trigger"].map(has).join(" or ");
/** Tables that the role may not work with, or may do more with. */
const unfit = `select table_schema || '.' || table_name as name from information_schema.tables
  where table_schema in ('platform', 'mohallamart', 'ten_ocean') and not (${needed} and not (${unneeded}))`;

it("lets the apps' role work with rows, and change no table", async () => {
  const { ownerUrl, role, owner, app } = await twoRoles();
  const { products } = mohallaMartStores(app);
  await expect(products.list()).rejects.toThrow();

  await allowApp(ownerUrl, role);
  await allowApp(ownerUrl, role);

  await loadDemoData({ mohallaMart: mohallaMartStores(app), tenOcean: tenOceanStores(app) });
  expect(await products.list()).not.toHaveLength(0);
  expect(await pendingMigrations(app)).toEqual([]);
  expect((await owner.query(unfit, [role])).rows).toEqual([]);
  for (const forbidden of [
    "drop table mohallamart.orders",
    "truncate mohallamart.orders",
    "alter table platform.outbox add column mine text",
    "create table mohallamart.mine (id text)",
    "create schema mine",
    "delete from drizzle.__drizzle_migrations",
  ])
    await expect(app.query(forbidden), forbidden).rejects.toMatchObject({ code: "42501" });
});

it("lets it work with the tables of later migrations", async () => {
  const { ownerUrl, role, owner, app } = await twoRoles();
  await allowApp(ownerUrl, role);
  await owner.query("create table ten_ocean.of_a_later_release (id bigserial primary key, title text)");
  await app.query("insert into ten_ocean.of_a_later_release (title) values ('later')");
  expect((await owner.query(unfit, [role])).rows).toEqual([]);
});

it("refuses a role that is not there, or that owns the tables", async () => {
  const { ownerUrl, owner } = await twoRoles();
  await expect(allowApp(ownerUrl, 'no"body; drop table')).rejects.toThrow(AppRoleError);
  const { rows } = await owner.query<{ me: string }>("select current_user as me");
  await expect(allowApp(ownerUrl, rows[0]?.me ?? "")).rejects.toThrow(/Name a role of the apps alone/);
});
