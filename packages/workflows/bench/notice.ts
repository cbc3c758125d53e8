import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { type Stack, startStack } from "@org/local-stack";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { sendingShare } from "../src/vendor-limits.ts";
import { countRequests } from "./count-requests.ts";
import { checkNothingFailed } from "./what-failed.ts";

const help = `Tells a full house something on the local stack (engine, worker, Postgres, emulators) and prints JSON: how long
until the last email has left, in how many requests to the email vendor, and whether somebody got two.

  node bench/notice.ts [--residents 1000] [--only unlimited|limited]

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

/** How long after the last email a second one would have come, in milliseconds. */
const patience = 3_000;
/** Members that one event names. */
const membersPerEvent = 500;
const title = "Roof party";

interface Measurement {
  residents: number;
  seconds: number;
  requests: number;
  /** Addresses that got more than one. */
  twice: number;
}

/** Fills the house up. @returns everyone who is told. */
async function prepare(pool: Pool): Promise<string[]> {
  await pool.query(
    `insert into ten_ocean.residents (user_id, email, first_name, last_name, unit_id, status, standing)
     select 'user_n' || n, 'n' || n || '@residents.example', 'Nr', n, 'unit_' || (n % 6 + 1) || 'A', 'verified', 'resident'
     from generate_series(1, $1::int) n`,
    [residents],
  );
  return Array.from({ length: residents }, (_none, index) => `user_n${index + 1}`);
}

async function measure({ rateLimits }: { rateLimits: boolean }): Promise<Measurement> {
  const environment = { ...process.env, LOG_LEVEL: "error" };
  const stack = await startStack({ environment, apps: ["engine", "worker"], rateLimits });
  const pool = createPool({ databaseUrl: stack.urls.postgres, maxConnections: 1 });
  try {
    const userIds = await prepare(pool);
    const requests = countRequests(stack);
    const began = performance.now();
    await tell(pool, userIds);
    await Promise.race([untilSent(stack, pool), stack.crashed]);
    const seconds = (performance.now() - began) / 1000;
    await pause(patience);
    await checkNothingFailed(pool);
    const all = noticesIn(stack);
    const twice = all.length - new Set(all).size;
    return { residents, seconds: round(seconds), requests: requests.stop(), twice };
  } finally {
    await pool.end();
    await stack.stop();
  }
}

/** As `tell` does, over the outbox, whose relay begins once the engine knows the functions. */
async function tell(pool: Pool, userIds: readonly string[]): Promise<void> {
  const [eventId, location, startsAt] = ["evt_bench", "The roof", "2027-06-01T22:00:00.000Z"];
  const description = "From nine to noon, and bring a dish. ".repeat(20);
  for (let first = 0; first < userIds.length; first += membersPerEvent) {
    const event = notificationRoute.create({
      notificationId: `event-invitation:evt_bench:page-${first}`,
      template: "event-invitation",
      userIds: userIds.slice(first, first + membersPerEvent),
      about: eventId,
      data: { eventId, title, location, startsAt, description },
    });
    await postgresOutbox(pool).send(event);
  }
}

const noticesIn = ({ emulators }: Stack) =>
  emulators
    .outbox()
    .filter(({ channel, subject }) => channel === "email" && subject?.endsWith(title))
    .map(({ to }) => to);

/** Resolves when everyone has theirs. @throws Error when a run failed. */
async function untilSent(stack: Stack, pool: Pool): Promise<void> {
  while (new Set(noticesIn(stack)).size < residents) {
    await checkNothingFailed(pool);
    await pause(50);
  }
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
  const target = { requests: Math.ceil(residents / 100) + 2, twice: 0 };
  const { limit, period } = sendingShare("send-bulk-email");
  const report = { machine, target, share: `${limit} batch every ${period}`, ...measured };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const isMissed = ({ requests, twice }: Measurement) => twice > 0 || requests > target.requests;
  if (Object.values(measured).some(isMissed)) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else await runAll();
