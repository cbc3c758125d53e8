import { IntegrationError } from "@org/integrations/error";
import { AppRoleError, allowApp } from "@org/stores/app-role";
import { storesCommand, storesUsage } from "@org/stores/copying/command";
import { loadDemoContent, loadDemoMarket } from "@org/stores/demo-data/load-demo-content";
import { loadDemoData } from "@org/stores/demo-data/load-demo-data";
import { migrate } from "@org/stores/postgres";
import { servedApps } from "./app.ts";
import type { CommandResult } from "./dead-letter-tools.ts";
import { deadLettersCommand, deadLettersUsage } from "./dead-letters.ts";
import { doctor, doctorOptions, doctorUsage } from "./doctor/doctor.ts";
import { engineAddress } from "./engine-url.ts";
import { directDatabaseUrl, env } from "./env.ts";
import { eraseCommand, eraseUsage } from "./erase.ts";
import { lostEventsCommand, lostEventsUsage } from "./lost-events.ts";
import { outboxCommand, outboxUsage } from "./outbox.ts";
import { passkeysCommand, passkeysUsage } from "./passkeys.ts";
import { personalDataCommand, personalDataUsage } from "./personal-data.ts";
import { createPorts, type Ports } from "./ports.ts";
import { reindex } from "./reindex.ts";
import { declaredRemovals, syncApps, undeclaredRemovals } from "./sync.ts";

const usage = `Usage: node cli.js <command>

  migrate                         brings the database and the search index up to date; safe from several places at once
  allow-app <role>                lets a role of the database read and write rows, and change no table: for the apps' DATABASE_URL
  demo-data                       adds the demo shops, products, residents and units that are not there yet
  demo-content                    adds what goes on to the demo data: orders and applications; announcements, events, repairs, topics
  sync [--removed <ids>]          registers the functions of every app with Inngest; once per deployment, when the worker is up.
                                  Refuses when one that Inngest knows is gone, unless its id is among these, by commas
  reindex                         fills a new search index from the catalogue and puts it in the old one's place
${deadLettersUsage}${outboxUsage}${lostEventsUsage}${personalDataUsage}${eraseUsage}${passkeysUsage}${storesUsage}${doctorUsage}`;

const commands: ReadonlyMap<string, (ports: Ports) => Promise<unknown>> = new Map(
  Object.entries<(ports: Ports) => Promise<unknown>>({
    async migrate({ mohallaMart }) {
      await migrate(directDatabaseUrl());
      await mohallaMart.search.create();
    },
    async "demo-data"({ mohallaMart, tenOcean }) {
      const added = await loadDemoData({ mohallaMart, tenOcean });
      if (added > 0) await reindex(mohallaMart);
    },
    async "demo-content"({ mohallaMart, tenOcean }) {
      await loadDemoContent(tenOcean, { now: new Date() });
      await loadDemoMarket(mohallaMart);
    },
    reindex: ({ mohallaMart }) => reindex(mohallaMart),
  }),
);

/** These can be asked for together. */
async function prepare(names: string[]): Promise<void> {
  const unknown = names.find((name) => !commands.has(name));
  if (unknown !== undefined) {
    process.stderr.write(`Unknown command ${unknown}.\n\n${usage}`);
    process.exit(2);
  }
  const ports = await createPorts();
  for (const name of names) await commands.get(name)?.(ports);
  await ports.close();
}

type Operation = (ports: Ports) => Promise<CommandResult>;

async function operate(operation: Operation): Promise<void> {
  const ports = await createPorts();
  const { code, text } = await operation(ports);
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
  await ports.close();
}

function onDeadLetters(parameters: string[]): Operation {
  return ({ stores: { deadLetters, outbox } }) =>
    deadLettersCommand(parameters, { deadLetters, events: outbox, now: () => new Date() });
}

function onLostEvents(parameters: string[]): Operation {
  return ({ stores: { outbox } }) => lostEventsCommand(parameters, outbox);
}

async function allow([role, ...more]: string[]): Promise<void> {
  if (role === undefined || more.length > 0) {
    process.stderr.write(`allow-app takes the name of one role.\n\n${usage}`);
    process.exit(2);
  }
  try {
    await allowApp(directDatabaseUrl(), role);
  } catch (error) {
    if (!AppRoleError.isInstance(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function onPersonalData(parameters: string[]): Operation {
  return ({ stores: { personalData } }) => personalDataCommand(parameters, { personalData });
}

function onErase(parameters: string[]): Operation {
  return ({ mohallaMart: { users }, tenOcean: { residents } }) =>
    eraseCommand(parameters, { users, residents });
}

function onPasskeys(parameters: string[]): Operation {
  return ({ mohallaMart, tenOcean, stores: { passkeys, sessions } }) =>
    passkeysCommand(parameters, { people: { mohallaMart, tenOcean }, passkeys, sessions });
}

function onOutbox(parameters: string[]): Operation {
  return ({ stores: { outbox } }) => outboxCommand(parameters, outbox);
}

async function onStores(parameters: string[]): Promise<void> {
  const addresses = {
    databaseUrl: directDatabaseUrl(),
    convexUrl: env.CONVEX_URL,
    convexServiceKey: env.CONVEX_SERVICE_KEY,
  };
  const { code, text } = await storesCommand(parameters, addresses, (line) =>
    process.stderr.write(`${line}\n`),
  );
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = code;
}

async function runDoctor(parameters: string[]): Promise<void> {
  const options = doctorOptions(parameters);
  if (options === undefined) {
    process.stderr.write(`doctor takes --json and --send alone.\n\n${usage}`);
    process.exit(2);
  }
  const ports = await createPorts();
  const { code, text } = await doctor(ports, options);
  process.stdout.write(`${text}\n`);
  process.exitCode = code;
  await ports.close();
}

/** What stands against registering, or undefined. */
async function objection(declared: readonly string[]): Promise<string | undefined> {
  const ports = await createPorts();
  try {
    return await undeclaredRemovals(servedApps(ports), engineAddress(), declared);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await ports.close();
  }
}

async function sync(parameters: string[]): Promise<void> {
  const declared = declaredRemovals(parameters);
  if (declared === undefined) {
    process.stderr.write(`sync takes --removed <app>-<function>,… alone.\n\n${usage}`);
    process.exit(2);
  }
  const refused = await objection(declared);
  if (refused !== undefined) {
    process.stderr.write(`${refused}\n`);
    process.exit(1);
  }
  const origin = env.INNGEST_SERVE_ORIGIN ?? `http://127.0.0.1:${env.PORT}`;
  for (const { path, problem } of await syncApps({ origin, signingKey: env.INNGEST_SIGNING_KEY })) {
    if (problem) process.exitCode = 1;
    (problem ? process.stderr : process.stdout).write(`${origin}${path}: ${problem ?? "registered"}\n`);
  }
}

async function run([name, ...parameters]: string[]): Promise<void> {
  if (name === undefined) process.stdout.write(usage);
  else if (name === "dead-letters") await operate(onDeadLetters(parameters));
  else if (name === "outbox") await operate(onOutbox(parameters));
  else if (name === "lost-events") await operate(onLostEvents(parameters));
  else if (name === "personal-data") await operate(onPersonalData(parameters));
  else if (name === "erase") await operate(onErase(parameters));
  else if (name === "passkeys") await operate(onPasskeys(parameters));
  else if (name === "stores") await onStores(parameters);
  else if (name === "doctor") await runDoctor(parameters);
  else if (name === "allow-app") await allow(parameters);
  else if (name === "sync") await sync(parameters);
  else await prepare([name, ...parameters]);
}

/** What to say of an error that another system caused, such as a database that is away; of a fault of ours nothing. */
function causedElsewhere(error: unknown): string | undefined {
  if (IntegrationError.isInstance(error)) return error.message;
  return error instanceof Error && "syscall" in error
    ? `${error.message}: nothing answers there.`
    : undefined;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const said = causedElsewhere(error);
  if (said === undefined) throw error;
  process.stderr.write(
    `${said}\n\`node cli.js doctor\` says of each system whether it answers, and what to do.\n`,
  );
  // What is open to the other systems would keep the process waiting for them.
  process.exit(1);
}
