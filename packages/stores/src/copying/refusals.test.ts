import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { functions } from "../convex/functions.ts";
import { convexBridge, testServiceKey } from "../testing/convex-bridge.ts";
import { testDatabase } from "../testing/database.ts";
import { insertRows } from "../testing/erasure/rows.ts";
import { storesCommand } from "./command.ts";

const bridge = await convexBridge();
const { pool, url: databaseUrl } = await testDatabase();
const addresses = { databaseUrl, convexUrl: bridge.url, convexServiceKey: testServiceKey };
const at = "2026-11-01T10:00:00Z";

function stores(command: string, changes: Partial<typeof addresses> = {}) {
  return storesCommand(command.split(" ").filter(Boolean), { ...addresses, ...changes }, () => undefined);
}

const toConvex = "copy --from postgres --to convex";
const toPostgres = "copy --from convex --to postgres";
const shop = { shop_id: "shop_1", name: "Shop", area: "A", description: "D", listed: true, created_at: at };

beforeEach(() => bridge.empty());
afterEach(() =>
  pool.query(
    "delete from mohallamart.checkouts; delete from mohallamart.shops; delete from platform.outbox; delete from platform.copies",
  ),
);

it.each([
  ["copy", "--from is missing: --from postgres or convex."],
  ["copy --from postgres", "--to is missing"],
  ["copy --from postgres --to mongo", "There is no store mongo"],
  ["copy --from postgres --to convex --fast", "--fast"],
  ["copy --from postgres --to convex now", "now is one word too many"],
  ["copy --from postgres --to convex --yes", "--store and --yes go with stores clear"],
  ["move", "There is no stores move"],
  ["clear --store convex", "would be deleted. With --yes it is"],
  ["clear --yes", "--store is missing"],
])("stores %s is no command: %s", async (command, said) => {
  const { code, text } = await stores(command);
  expect(code).toBe(2);
  expect(text).toContain(said);
  expect(text).toContain("stores copy --from <store>");
});

it.each(["", "--help", "copy --help"])("stores %s shows how it is used", async (command) => {
  expect(await stores(command)).toMatchObject({ code: 0, text: expect.stringContaining("--hand-over") });
});

it.each<[string, string, Partial<typeof addresses>, string]>([
  ["one store to itself", "copy --from convex --to convex", {}, "to another store"],
  ["without an address of Postgres", toConvex, { databaseUrl: "" }, "DATABASE_URL is not set"],
  ["without an address of Convex", toConvex, { convexUrl: "" }, "CONVEX_URL is not set"],
  ["without a key", toConvex, { convexServiceKey: "" }, "CONVEX_SERVICE_KEY is not set"],
  ["a wrong key", toConvex, { convexServiceKey: "wrong" }, "CONVEX_SERVICE_KEY is not the deployment's"],
  ["a deployment that does not answer", toConvex, { convexUrl: "http://127.0.0.1:9" }, "check CONVEX_URL"],
  ["a database that does not answer", toConvex, { databaseUrl: "postgres://127.0.0.1:9/x" }, "ECONNREFUSED"],
])("%s is refused", async (_case, command, changes, said) => {
  const { code, text } = await stores(command, changes);
  expect([code, text]).toEqual([1, expect.stringContaining(said)]);
});

it("a database whose tables are older is refused", async () => {
  await pool.query("update drizzle.__drizzle_migrations set created_at = created_at - 1e12");
  const { code, text } = await stores(toPostgres);
  await pool.query("update drizzle.__drizzle_migrations set created_at = created_at + 1e12");
  expect([code, text]).toEqual([1, expect.stringContaining("cli.js migrate")]);
});

it("a store with something in it is not copied over, and is emptied only when told so", async () => {
  await insertRows(pool, [["mohallamart.shops", shop]]);
  const { name, area, description, listed } = shop;
  await bridge.run(async ({ db }) => {
    await db.insert("shops", { shopId: "shop_2", name, area, description, listed });
  });
  for (const command of [toConvex, toPostgres])
    expect(await stores(command)).toMatchObject({ code: 1, text: expect.stringContaining("already: shops") });
  await stores("clear --store convex --yes");
  expect(await stores(toConvex)).toMatchObject({
    code: 0,
    text: expect.stringContaining("1 rows were copied"),
  });
  expect(await stores(toConvex)).toMatchObject({
    code: 1,
    text: expect.stringContaining("and compared before"),
  });
});

it("a copy from elsewhere is not gone on with", async () => {
  await bridge.deployment
    .callsOf("test")
    .mutation(functions.copying.begin, { source: "other", tables: ["shops"] });
  expect(await stores(toConvex)).toMatchObject({
    code: 1,
    text: expect.stringContaining("from another address was begun in convex"),
  });
});

it("a dry run counts, and writes nothing", async () => {
  await insertRows(pool, [["mohallamart.shops", shop]]);
  expect((await stores(`${toConvex} --dry-run`)).text).toMatch(/^shops +1 +0$/m);
  const { tables } = JSON.parse((await stores(`${toConvex} --dry-run --json`)).text);
  expect(tables).toContainEqual({ table: "shops", source: 1, target: 0 });
  expect(await bridge.run(({ db }) => db.query("copies").collect())).toEqual([]);
});

it("what Convex cannot hold is named, nothing is lost, and the copy goes on once it is set right", async () => {
  const payload = {
    name: "order.created",
    id: "long",
    v: "1",
    data: { note: randomBytes(600_000).toString("hex") },
  };
  await insertRows(pool, [
    ["mohallamart.shops", shop],
    ["platform.outbox", { id: "long", name: "order.created", payload }],
  ]);
  const refused = await stores(toConvex);
  expect(refused).toMatchObject({
    code: 1,
    text: expect.stringMatching(/^outbox \d+ has \d+ bytes, and Convex holds/),
  });
  expect(refused.text).not.toContain(payload.data.note.slice(0, 20));
  await pool.query(`update platform.outbox set payload = '{"name": "order.created", "id": "long"}'`);
  expect(await stores(toConvex)).toMatchObject({
    code: 0,
    text: expect.stringContaining("1 rows were copied"),
  });
});

const checkout = {
  order_id: "ord_1",
  payment_order_id: "pay_1",
  shop_id: "shop_1",
  items: [],
  total_paise: 1,
  contact_name: "A",
  contact_email: "a@example.com",
  status: "open",
  expires_at: at,
};

it.each([
  ["a field whose name begins with $", { $note: 1 }, "Convex cannot hold checkouts ord_1"],
  ["a field that no document has", { line9: "9" }, "Convex refuses checkouts ord_1"],
])("%s is named with its row", async (_case, more, said) => {
  const address = { line1: "1", pinCode: "560001", ...more };
  await insertRows(pool, [
    ["mohallamart.checkouts", { ...checkout, order_id: "ord_0", payment_order_id: "pay_0" }],
    ["mohallamart.checkouts", { ...checkout, address }],
  ]);
  const refused = await stores(toConvex);
  expect(refused).toMatchObject({ code: 1, text: expect.stringContaining(said) });
});

it("what Postgres cannot hold is named with its row, and nothing of its batch is written", async () => {
  const { name, area, description, listed } = shop;
  await bridge.run(async ({ db }) => {
    await db.insert("shops", { shopId: "shop_1", name, area, description, listed });
    await db.insert("shops", { shopId: "shop_2", name: "No\u0000thing", area, description, listed });
  });
  const refused = await stores(toPostgres);
  expect(refused).toMatchObject({
    code: 1,
    text: expect.stringContaining("Postgres refuses shops shop_2 (22021)"),
  });
  expect((await pool.query("select from mohallamart.shops")).rowCount).toBe(0);
});
