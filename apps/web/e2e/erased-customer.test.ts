import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { type Stack, startStack } from "@org/local-stack";
import type { PersonalDataFile } from "@org/stores/personal-data/port";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { confirmApplication } from "./applications.ts";
import { addToCart, checkOut, stepsOf, untilHandled } from "./customer.ts";
import { emailsTo, signIn } from "./sign-in.ts";
import { createVisitor, fillIn, type Visitor } from "./visitor.ts";

/** Words that nobody else writes; names keep their letters in an address and in a search. */
const zuleika = {
  name: "Zuleika Quartermain",
  email: "zuleika.quartermain@example.com",
  phone: "98450 77123",
};
const quagmire = { line1: "Quagmire Court 7", line2: "Zuleika Lane", landmark: "Behind the quagmire" };
const everyWord = [
  "zuleika",
  "quagmire",
  "quartermain",
  "9845077123",
  "98450 77123",
  "quincejam",
  "quaggabakery",
];
const shopId = "shop_789";

/** All that the apps told of traces and metrics. */
let told = "";
const collector = createServer(async (request, response) => {
  for await (const part of request.setEncoding("utf8")) told += part;
  response.setHeader("content-type", "application/json").end("{}");
});

let stateDir: string;
let stack: Stack;
let pool: Pool;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), "erased-customer-"));
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const address = collector.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const environment = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
  stack = await startStack({ environment, stateDir });
  pool = createPool({ databaseUrl: stack.urls.postgres });
});

async function stop(): Promise<void> {
  collector.close();
  const ending = [pool?.ended ? undefined : pool?.end(), stack?.stop()];
  await Promise.all(ending);
}

afterAll(async () => {
  await stop();
  await rm(stateDir, { recursive: true, force: true });
});

const patience = { timeout: 30_000, interval: 100 };

/** `table: row` of every row in the database that has one of the words. */
async function rowsWith(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const patterns = words.map((word) => `%${word}%`);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await pool.query<{ row: string }>(
        `select t::text as row from ${name} t where t::text ilike any($1)`,
        [patterns],
      );
      return rows.map(({ row }) => `${name}: ${row}`);
    }),
  );
  return found.flat();
}

/** Files below a folder that hold one of the words, whatever they are made of. */
async function filesWith(words: readonly string[], folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    paths.map(async (path) => {
      const text = (await readFile(path, "latin1")).toLowerCase();
      return words.some((word) => text.includes(word)) ? [relative(folder, path)] : [];
    }),
  );
  return found.flat();
}

async function order(browser: Visitor): Promise<string> {
  const { rows } = await pool.query<{ product_id: string }>(
    "select product_id from mohallamart.products where shop_id = $1 and stock >= 10 order by 1 limit 1",
    [shopId],
  );
  await addToCart(browser, rows[0]?.product_id ?? "");
  const { path } = await browser.send(await checkOut(browser, shopId, zuleika, quagmire));
  const page = await untilHandled(browser, path);
  expect(stepsOf(page)).toContain("email done");
  return path;
}

/** Everything that can be done here by a customer. */
async function live(browser: Visitor): Promise<void> {
  const search = { address: "/search?q=quincejam" };
  await browser.request("/visits/pages", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(search),
  });
  await browser.open("/search?q=quincejam");
  const cancelled = await order(browser);
  await browser.send(fillIn(await browser.open(`${cancelled}/cancel`), "main form button"));
  await order(browser);
  const application = { ...zuleika, shopName: "Quaggabakery", area: "Zuleika Road" };
  const form = fillIn(await browser.open("/sell"), 'input[name="shopkeeperId"]', {
    ...application,
    description: "Quincejam tarts by Zuleika.",
  });
  await browser.send(form);
  await confirmApplication(stack, browser, zuleika.email);
  const account = await signIn(stack, browser, zuleika.email, "/account");
  // Now that they are signed in the address is kept for the next time.
  await order(browser);
  await browser.send(
    fillIn(account, 'input[name="channels"]', { name: zuleika.name, area: "Quartermain Layout" }),
  );
  await vi.waitUntil(
    async () => (await rowsWith(["quincejam"])).some((row) => row.startsWith("mohallamart.analytics_events")),
    patience,
  );
}

/** What they download themselves, of which every table that has their words is part, or is named with a reason. */
async function expectOwnFile(browser: Visitor, tables: readonly string[]): Promise<void> {
  const { text } = await browser.open("/account/security");
  expect(text).toContain("everything that we keep of you");
  const response = await browser.request("/account/security/data");
  expect(response.headers.get("content-disposition")).toContain("attachment");
  const file = (await response.json()) as PersonalDataFile;
  const isThere = (table: string) => {
    const rows = JSON.stringify(file.tables[table] ?? []).toLowerCase();
    return everyWord.some((word) => rows.includes(word)) || file.leftOut.some((each) => each.table === table);
  };
  expect(tables.filter((table) => !isThere(table))).toEqual([]);
  expect(file.tables["mohallamart.orders"]).toHaveLength(3);
}

it("a customer who closes the account is nowhere: no table, index, cache, archive or log", {
  timeout: 240_000,
}, async () => {
  const browser = createVisitor(stack.urls.web);
  await live(browser);
  const words = everyWord;
  const tables = (await rowsWith(words)).map((row) => row.split(":")[0] ?? "");
  for (const table of [
    "users",
    "orders",
    "order_addresses",
    "saved_addresses",
    "shopkeepers",
    "shops",
    "analytics_events",
  ])
    expect(tables).toContain(`mohallamart.${table}`);

  await expectOwnFile(browser, tables);
  const page = await browser.open("/account/close");
  expect(page.text).toContain("what you searched for, and an application for a shop that has not opened");
  await browser.send(fillIn(page, "main form button"));
  await vi.waitFor(async () => expect(await rowsWith(words)).toEqual([]), patience);

  for (const app of ["web", "worker", "engine"] as const)
    expect(stack.logs(app).filter((line) => words.some((word) => line.toLowerCase().includes(word)))).toEqual(
      [],
    );
  // Ended, so that each of them has written down what it keeps.
  const sent = emailsTo(stack, zuleika.email).length;
  expect(sent).toBeGreaterThan(0);
  await stop();
  for (const part of ["command placeOrder", "run send-order-confirmation", "vendor email"])
    expect(told).toContain(part);
  expect(words.filter((word) => told.toLowerCase().includes(word))).toEqual([]);
  const kept = await filesWith(words, stateDir);
  // What left is the vendors'; tables were looked at above, their files keep old rows until a vacuum; the engine overwrites
  // ended runs after their days (its retention.test.ts).
  const elsewhere = [
    "emulators/outbox.jsonl",
    "emulators/resend-keys.jsonl",
    "engine/.local-engine/engine.db",
  ];
  expect(kept.filter((path) => !path.startsWith("postgres/")).toSorted()).toEqual(elsewhere);
});
