import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { type Stack, startPostgres, startStack } from "@org/local-stack";
import { createPool, type Pool } from "@org/stores/postgres";
import { Inngest } from "inngest";

const help = `Sends analytics events through engine, worker and Postgres, each a process of its own, and prints JSON.

  node bench/analytics.ts [--events 100000]

--events  how many, in visits of ten

Statements are counted by Postgres itself while the events are on their way, whoever sends them; only the questions
of this program are left out. Build everything first.
`;

const { values } = parseArgs({
  options: { events: { type: "string", default: "100000" }, help: { type: "boolean", default: false } },
});
const events = Number(values.events);

/** The most statements that a thousand events may take. */
const target = 20;

/** Events in one request to the engine, and requests under way at once. */
const requestSize = 500;
const parallel = 4;

const visit = [
  "page.viewed",
  "search.performed",
  "search.converted",
  "page.viewed",
  "cart.added",
  "page.viewed",
  "cart.added",
  "checkout.started",
  "checkout.completed",
  "page.viewed",
];

/** The same event for the same number, every time. */
function eventOf(number: number) {
  const visitor = Math.floor(number / visit.length);
  return analyticsTrack.create(
    {
      userId: `user_${visitor % 5_000}`,
      sessionId: `visit-${visitor}`,
      event: visit[number % visit.length] ?? "",
      properties: { page: "storefront", results: number % 40 },
    },
    { id: `bench-${number}` },
  );
}

async function sendAll(engineUrl: string): Promise<void> {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const client = new Inngest({ id: "bench", isDev: true, baseUrl: engineUrl, logger: quiet });
  let next = 0;
  const line = async () => {
    while (next < events) {
      const first = next;
      next = Math.min(first + requestSize, events);
      await client.send(Array.from({ length: next - first }, (_, offset) => eventOf(first + offset)));
    }
  };
  await Promise.all(Array.from({ length: parallel }, line));
}

/** Postgres counts statements only when it was started with that. */
async function prepareCounting(stateDir: string): Promise<void> {
  const postgres = await startPostgres({ dataDir: join(stateDir, "postgres") });
  const pool = createPool({ databaseUrl: postgres.url, maxConnections: 1 });
  await pool.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await pool.query("create extension pg_stat_statements");
  await pool.end();
  await postgres.stop();
}

async function untilRecorded(pool: Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      "select count(*)::int as recorded from mohallamart.analytics_events /* bench */",
    );
    if (rows[0]?.recorded === events) return;
    await sleep(250);
  }
}

async function countStatements(pool: Pool) {
  const { rows } = await pool.query<{ statements: number; batches: number }>(
    `select sum(calls)::int as statements, (sum(calls) filter (where query ~ 'json_to_recordset'))::int as batches
     from pg_stat_statements
     where query not like '%/* bench */%' and query not like '%pg_stat_statements%'`,
  );
  const [counted] = rows;
  if (!counted) throw new Error("Postgres did not count.");
  return counted;
}

/** A measurement counts for nothing when the events were not. */
async function expectCounted(pool: Pool): Promise<void> {
  const { rows } = await pool.query(
    "select sum(page_views)::int as views from mohallamart.analytics_buckets where bucket = 'day'",
  );
  const names = Array.from({ length: events }, (_, number) => visit[number % visit.length]);
  const sent = names.filter((name) => name === "page.viewed").length;
  if (rows[0]?.views !== sent) throw new Error(`${sent} page views were sent and ${rows[0]?.views} counted.`);
}

async function measure({ urls }: Stack) {
  const pool = createPool({ databaseUrl: urls.postgres, maxConnections: 1 });
  await pool.query("select pg_stat_statements_reset()");
  const began = performance.now();
  await sendAll(urls.engine);
  const accepted = performance.now();
  await untilRecorded(pool);
  const seconds = (performance.now() - began) / 1000;
  const { statements, batches } = await countStatements(pool);
  await expectCounted(pool);
  await pool.end();
  return {
    events,
    seconds: round(seconds),
    secondsUntilAccepted: round((accepted - began) / 1000),
    eventsPerSecond: Math.round(events / seconds),
    eventsPerBatch: round(events / batches),
    statements,
    statementsPerThousandEvents: round((statements * 1000) / events),
    target,
  };
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

async function run(): Promise<void> {
  const stateDir = await mkdtemp(join(tmpdir(), "analytics-bench-"));
  try {
    await prepareCounting(stateDir);
    const stack = await startStack({ environment: process.env, stateDir, apps: ["engine", "worker"] });
    try {
      const result = await measure(stack);
      const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
      process.stdout.write(`${JSON.stringify({ machine, analytics: result })}\n`);
      if (result.statementsPerThousandEvents > target) process.exitCode = 1;
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(stateDir, { recursive: true, force: true });
  }
}

if (values.help) process.stdout.write(help);
else await run();
