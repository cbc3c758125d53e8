import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { notificationDigestGenerate } from "@org/events/ten-ocean/notification-digest-generate";
import { type Stack, startStack } from "@org/local-stack";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { tenOceanStores } from "@org/stores/ten-ocean/postgres";
import { countRequests } from "./count-requests.ts";
import { checkNothingFailed } from "./what-failed.ts";

const help = `Generates a weekly digest for a full house on the local stack (engine, worker, Postgres, emulators) and prints
JSON: how long until the last email has left, and in how many requests to the email vendor.

  node bench/digest.ts [--residents 1000] [--only unlimited|limited]

Build everything first.
`;

const { values } = parseArgs({
  options: {
    residents: { type: "string", default: "1000" },
    only: { type: "string", multiple: true },
    help: { type: "boolean", default: false },
  },
});
const residents = Number(values.residents);

/** The most requests that the emails of a thousand residents may take. */
const target = 12;

/** How long after the last email a second one would have come, in milliseconds. */
const patience = 3_000;

interface Measurement {
  residents: number;
  seconds: number;
  requests: number;
  /** Addresses that got more than one. */
  twice: number;
}

/** Fills the house up, and has something happen in it. @returns the addresses of everyone who gets a digest. */
async function prepare(pool: Pool): Promise<Set<string>> {
  const { announcements } = tenOceanStores(pool);
  await pool.query("delete from ten_ocean.admins");
  await pool.query(
    `insert into ten_ocean.residents (user_id, email, first_name, last_name, unit_id, status, standing)
     select 'user_' || number, 'resident' || number || '@residents.example', 'Resident', number,
       'unit_' || (number::int % 6 + 1) || 'A', 'verified', 'resident'
     from (select lpad(n::text, 5, '0') as number from generate_series(1, $1::int) n) numbers`,
    [residents - (await countOf(pool))],
  );
  for (let n = 0; n < 12; n += 1) {
    const announcement = { announcementId: `ann_bench${n}`, title: `Notice ${n}`, publishedBy: "admin_001" };
    const floor = n < 6 ? undefined : n - 5;
    await announcements.publish(
      { ...announcement, floor, body: "From nine to noon. ".repeat(40) },
      { emit: [] },
    );
  }
  const { rows } = await pool.query<{ email: string }>("select email from ten_ocean.residents");
  return new Set(rows.map(({ email }) => email));
}

async function countOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*)::int from ten_ocean.residents");
  return rows[0]?.count ?? 0;
}

async function measure({ rateLimits }: { rateLimits: boolean }): Promise<Measurement> {
  const environment = { ...process.env, LOG_LEVEL: "error" };
  const stack = await startStack({ environment, apps: ["engine", "worker"], rateLimits });
  const pool = createPool({ databaseUrl: stack.urls.postgres, maxConnections: 1 });
  try {
    const addresses = await prepare(pool);
    await untilServed(stack);
    const requests = countRequests(stack);
    const began = performance.now();
    await askForDigest(pool);
    await Promise.race([untilSent(stack, addresses), stack.crashed]);
    const seconds = (performance.now() - began) / 1000;
    await pause(patience);

    await checkNothingFailed(pool);
    const counted = requests.stop();
    return { residents, seconds: round(seconds), requests: counted, twice: twiceSent(stack) };
  } finally {
    await pool.end();
    await stack.stop();
  }
}

/** An event that arrives before the functions are known starts none of them. */
async function untilServed({ urls }: Stack): Promise<void> {
  for (;;) {
    const { ok } = await fetch(`${urls.engine}/v1/apps/ten-ocean-tenant-assc/functions`);
    if (ok) return;
    await pause(100);
  }
}

async function askForDigest(pool: Pool): Promise<void> {
  const at = (offset: number) => new Date(Date.now() + offset).toISOString();
  const span = { period: "weekly", since: at(-7 * 86_400_000), until: at(0) } as const;
  await postgresOutbox(pool).send(notificationDigestGenerate.create(span));
}

const digestsIn = ({ emulators }: Stack) =>
  emulators.outbox().filter(({ subject = "" }) => subject.startsWith("Your week at"));

/** Resolves when everyone has theirs. */
async function untilSent(stack: Stack, addresses: ReadonlySet<string>): Promise<void> {
  while (new Set(digestsIn(stack).map(({ to }) => to)).size < addresses.size) await pause(20);
}

function twiceSent(stack: Stack): number {
  const all = digestsIn(stack).map(({ to }) => to);
  return all.length - new Set(all).size;
}

const round = (number: number) => Math.round(number * 100) / 100;

async function runAll(): Promise<void> {
  const measured: Record<string, Measurement> = {};
  for (const [name, rateLimits] of [
    ["unlimited", false],
    ["limited", true],
  ] as const) {
    if (!values.only || values.only.includes(name)) measured[name] = await measure({ rateLimits });
  }
  const machine = { cpus: cpus().length, node: process.version };
  process.stdout.write(
    `${JSON.stringify({ machine, target: { requests: target, twice: 0 }, ...measured }, null, 2)}\n`,
  );
  const isMissed = ({ requests, twice }: Measurement) => twice > 0 || requests > target;
  if (residents === 1_000 && Object.values(measured).some(isMissed)) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else await runAll();
