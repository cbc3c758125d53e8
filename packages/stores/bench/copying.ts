import { parseArgs } from "node:util";
import { createDatabase, startPostgres } from "@org/local-stack";
import { print, round, timed } from "@org/tooling/measure";
import { storesCommand } from "../src/copying/command.ts";
import { createPool, migrate, type Pool } from "../src/postgres.ts";
import { localDeployment } from "../src/testing/local-deployment.ts";

const help = `Measures \`pnpm stores copy\` each way, with the comparison at its end, and prints JSON.

  node bench/copying.ts [--rows 10000]

--rows  how many are copied: customers, their preferences, orders, and the events of these, a quarter each

The deployment is convex-test in this process, which takes most of the time and of this process's processor time: what
a real one takes depends on the calls and the bytes, which are the same.
`;

const { values } = parseArgs({
  options: { rows: { type: "string", default: "10000" }, help: { type: "boolean", default: false } },
});

/** One shop, whose one product everybody orders once. */
async function fill(pool: Pool, quarter: number): Promise<void> {
  const series = "generate_series(1, $1::int) n";
  await pool.query(`insert into mohallamart.shops (shop_id, name, area, description, listed)
    values ('shop_1', 'Shop', 'Indiranagar', 'All.', true)`);
  await pool.query(`insert into mohallamart.products
      (product_id, shop_id, name, description, category, unit, price_paise, stock)
    values ('prod_1', 'shop_1', 'Basmati rice', 'Aged.', 'Staples', '1 kg', 14500, 0)`);
  const statements = [
    `insert into mohallamart.users (user_id, name, email, phone)
      select 'user_' || n, 'Customer ' || n, 'c' || n || '@example.com', '+919876543210' from ${series}`,
    `insert into mohallamart.preferences (user_id, language, by_email, by_sms, by_push)
      select 'user_' || n, 'en-IN', true, true, true from ${series}`,
    `insert into mohallamart.orders (order_id, user_id, shop_id, contact_name, contact_email, total_paise, payment, placed_at)
      select 'ord_' || n, 'user_' || n, 'shop_1', 'Customer ' || n, 'c' || n || '@example.com', 14500, 'cash', now() from ${series}`,
    `insert into mohallamart.order_lines (order_id, line, product_id, name, unit, price_paise, quantity)
      select 'ord_' || n, 0, 'prod_1', 'Basmati rice', '1 kg', 14500, 1 from ${series}`,
    `insert into mohallamart.order_tracking (order_id, status, at)
      select 'ord_' || n, 'placed', now() from ${series}`,
    `insert into platform.outbox (id, name, ordering_key, payload, accepted_at, traced_at)
      select id, 'order.created', 'ord_' || n, json_build_object('id', id, 'name', 'order.created', 'v', '1',
        'data', json_build_object('orderId', 'ord_' || n, 'userId', 'user_' || n, 'total', 145)), now(), now()
      from ${series}, lateral (select 'order.created:ord_' || n as id) named`,
  ];
  for (const statement of statements) await pool.query(statement, [quarter]);
}

async function run(): Promise<void> {
  const server = await startPostgres();
  const { url: databaseUrl } = await createDatabase(server.url);
  await migrate(databaseUrl);
  const pool = createPool({ databaseUrl });
  await fill(pool, Math.ceil(Number(values.rows) / 4));
  await pool.end();
  const convexServiceKey = "of this bench alone, and no secret at all";
  const deployment = await localDeployment({ serviceKey: convexServiceKey });
  const addresses = { databaseUrl, convexUrl: deployment.url, convexServiceKey };

  async function stores(...parameters: string[]): Promise<string> {
    const { code, text } = await storesCommand(parameters, addresses, () => undefined);
    if (code !== 0) throw new Error(text);
    return text;
  }

  /** One copy, and what it took. */
  async function copy(from: string, to: string) {
    const [callsBefore, bytesBefore] = [deployment.calls(), deployment.bytes()];
    const usedBefore = process.cpuUsage();
    let text = "";
    const milliseconds = await timed(async () => {
      text = await stores("copy", "--from", from, "--to", to, "--json");
    });
    const { user, system } = process.cpuUsage(usedBefore);
    const { written }: { written: number } = JSON.parse(text);
    return {
      rows: written,
      rowsPerSecond: Math.round((written * 1_000) / milliseconds),
      processorSeconds: round((user + system) / 1_000_000),
      calls: deployment.calls() - callsBefore,
      bytesPerRow: Math.round((deployment.bytes() - bytesBefore) / written),
    };
  }

  const toConvex = await copy("postgres", "convex");
  await stores("clear", "--store", "postgres", "--yes");
  const toPostgres = await copy("convex", "postgres");
  deployment.stop();
  await server.stop();
  print({ copying: { toConvex, toPostgres } });
}

if (values.help) process.stdout.write(help);
else await run();
