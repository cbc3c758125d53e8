import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { type Stack, startStack } from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { Client } from "typesense";

const help = `Builds the search index anew, from the database through the workflow, and lets a program copy the same products with
nothing but Postgres' and Typesense's own clients; prints JSON. Engine, worker, Postgres and the program are processes of their own.

  node bench/reindex.ts [--products 50000]

Build everything first. Ends with 1 when the workflow takes more than twice as long.
`;

const { values } = parseArgs({
  options: {
    products: { type: "string", default: "50000" },
    help: { type: "boolean", default: false },
    bare: { type: "boolean", default: false },
    database: { type: "string", default: "" },
    url: { type: "string", default: "" },
    "api-key": { type: "string", default: "" },
  },
});
const products = Number(values.products);

/** The workflow asks the catalogue twice a page, and the engine keeps each page as a step. */
const target = { timesTheBareClient: 2 };

/** Products in one request, as the workflow has them in one step. */
const pageSize = 1_000;

const fields = [
  ...["name", "category", "description", "shopId"].map((name) => ({ name, type: "string" as const })),
  { name: "price", type: "float" as const },
  { name: "available", type: "int32" as const },
];

/** The least that copies a catalogue: a page is read, then upserted. @returns milliseconds */
async function copyBare(): Promise<number> {
  const { hostname, port, protocol } = new URL(values.url);
  const node = { host: hostname, port: Number(port), protocol: protocol.replace(":", "") };
  const client = new Client({ nodes: [node], apiKey: values["api-key"] });
  const pool = createPool({ databaseUrl: values.database, maxConnections: 1 });
  const name = `bare-${process.pid}`;
  await client.collections().create({ name, fields, default_sorting_field: "available" });
  const began = performance.now();
  for (let after = "", isLast = false; !isLast; ) {
    const { rows } = await pool.query<{ id: string }>(
      `select product_id as id, name, category, description, shop_id as "shopId", price_paise / 100.0::float8 as price,
        stock - reserved as available from mohallamart.products where product_id > $1 order by product_id limit $2`,
      [after, pageSize],
    );
    if (rows.length > 0) await client.collections(name).documents().import(rows, { action: "upsert" });
    isLast = rows.length < pageSize;
    after = rows.at(-1)?.id ?? "";
  }
  const milliseconds = performance.now() - began;
  await pool.end();
  const { num_documents: copied } = await client.collections(name).retrieve();
  if (copied < products) throw new Error(`Only ${copied} of ${products} products were copied.`);
  return milliseconds;
}

async function addProducts(pool: Pool): Promise<void> {
  await pool.query(
    `insert into mohallamart.products (product_id, shop_id, name, description, category, unit, price_paise, stock)
     select 'prod_n' || n, 'shop_789', 'Basmati rice ' || n, 'From the field ' || n % 500, 'Grains', '1 kg', 100 + n % 900, 1 + n % 40
     from generate_series(1, $1::int) n`,
    [products],
  );
}

/** Milliseconds from the call until the run has ended. */
async function reindexed({ urls }: Stack): Promise<number> {
  const ask = async (path: string, method = "GET") => {
    const response = await fetch(`${urls.engine}${path}`, {
      method,
      body: method === "POST" ? "{}" : undefined,
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return Object(await response.json());
  };
  const began = performance.now();
  const { id } = await ask("/invoke/mohallamart-reindex-products", "POST");
  for (;;) {
    const [run] = (await ask(`/v1/events/${id}/runs`)).data;
    if (run?.status === "Completed" && run.output.imported >= products) return performance.now() - began;
    if (run && !["Running", "Queued"].includes(run.status))
      throw new Error(`The run: ${JSON.stringify(run)}`);
    await pause(50);
  }
}

async function measure() {
  const stack = await startStack({
    environment: { ...process.env, LOG_LEVEL: "error" },
    apps: ["engine", "worker"],
  });
  const pool = createPool({ databaseUrl: stack.urls.postgres, maxConnections: 1 });
  try {
    await addProducts(pool);
    const { url, apiKey } = stack.emulators.typesense;
    const parameters = ["--database", stack.urls.postgres, "--url", url, "--api-key", apiKey];
    const program = [import.meta.filename, "--bare", "--products", values.products, ...parameters];
    const bare = async () => Number((await promisify(execFile)(process.execPath, program)).stdout);
    // Each twice in turn, and the better one counts: this machine may do other work besides.
    const [bareOnce, workflowOnce] = [await bare(), await reindexed(stack)];
    const milliseconds = {
      bare: Math.min(bareOnce, await bare()),
      workflow: Math.min(workflowOnce, await reindexed(stack)),
    };
    return {
      bare: rate(milliseconds.bare),
      workflow: rate(milliseconds.workflow),
      timesTheBareClient: Math.round((milliseconds.workflow / milliseconds.bare) * 100) / 100,
    };
  } finally {
    await pool.end();
    await stack.stop();
  }
}

function rate(milliseconds: number) {
  return {
    seconds: Math.round(milliseconds / 10) / 100,
    productsPerSecond: Math.round((products / milliseconds) * 1000),
  };
}

async function run(): Promise<void> {
  const measured = await measure();
  const missed = measured.timesTheBareClient > target.timesTheBareClient ? ["timesTheBareClient"] : [];
  const machine = { cpus: cpus().length, node: process.version };
  process.stdout.write(
    `${JSON.stringify({ machine, products, pageSize, target, measured, missed }, null, 2)}\n`,
  );
  if (missed.length > 0) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else if (values.bare) process.stdout.write(String(await copyBare()));
else await run();
