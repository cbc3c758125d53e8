import { type Postgres, startPostgres } from "../postgres/start-postgres.ts";
import { aborted } from "../processes/aborted.ts";
import type { Guardian } from "../processes/guardian.ts";
import type { Command } from "../processes/managed-process.ts";
import type { Commands } from "./commands.ts";
import { CrashError } from "./crash-error.ts";
import type { PortName, Ports } from "./ports.ts";
import { runToEnd, type Services } from "./services.ts";

export const appNames = ["engine", "worker", "web"] as const;
export type AppName = (typeof appNames)[number];

/** A step of the start: `done` settles with it. */
export interface StartStep {
  name: string;
  /** Where the part can be reached. */
  url?: string;
  done: Promise<unknown>;
}

export interface StartOrder {
  commands: Commands;
  environment: NodeJS.ProcessEnv;
  services: Services;
  guardian: Guardian;
  ports: Ports;
  urls: Record<AppName | "inbox" | "postgres" | "convex" | "catalogue", string>;
  apps: readonly AppName[];
  dataDir: string;
  /** Whether the data outlives the stack. */
  isKept: boolean;
  onLine(process: string, line: string): void;
  onStep(step: StartStep): void;
  signal?: AbortSignal;
}

interface Started {
  crashed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts the parts, each as soon as those it needs are there: libraries and Postgres at once, then the engine and
 * the web app, then the worker once the database is migrated. When it throws, nothing of it runs any more.
 */
export async function startInOrder(order: StartOrder): Promise<Started> {
  const { services, onStep, signal } = order;
  const giveUp = new AbortController();
  const steps = beginSteps(order, AbortSignal.any([giveUp.signal, ...(signal ? [signal] : [])]));
  for (const step of steps.all) onStep(step);
  const stop = async () => {
    await services.stop();
    await steps.postgres.then(({ stop }) => stop()).catch(() => {});
  };
  const crashed = Promise.race([services.crashed, steps.postgres.then(postgresCrash)]);
  // Whoever waits for a crash gets it; nobody has to.
  crashed.catch(() => {});
  try {
    await Promise.race([Promise.all(steps.all.map(({ done }) => done)), crashed, aborted(signal)]);
    return { crashed, stop };
  } catch (error) {
    giveUp.abort();
    await services.stop();
    await Promise.allSettled(steps.all.map(({ done }) => done));
    await stop();
    throw error;
  }
}

function beginSteps(
  order: StartOrder,
  signal: AbortSignal,
): { all: StartStep[]; postgres: Promise<Postgres> } {
  const { commands, ports, urls, apps, onLine } = order;
  const run = (name: string, command?: Command) =>
    command ? runToEnd(name, withEnvironment(command, order), onLine, signal) : Promise.resolve();
  const built = run("build", commands.build);
  const { dataDir, isKept: durable, guardian } = order;
  const postgres = startPostgres({ dataDir, durable, port: ports.postgres }).then((started) => {
    guardian.watch("postgres", [started.pid]);
    return started;
  });
  const all: StartStep[] = [
    { name: "Postgres", url: urls.postgres, done: postgres },
    { name: "Vendor emulators", url: urls.inbox, done: Promise.resolve() },
    { name: "Libraries", done: built },
  ];
  const engine = apps.includes("engine") ? built.then(() => startApp(order, "engine", "/")) : undefined;
  if (engine) all.push({ name: "Engine", url: urls.engine, done: engine });
  const convex = commands.convex ? built.then(() => startConvex(order)) : undefined;
  if (convex) all.push({ name: "Convex functions", url: urls.convex, done: convex });
  const catalogue = commands.catalogue ? built.then(() => startCatalogue(order)) : undefined;
  if (catalogue) all.push({ name: "Event catalogue", url: urls.catalogue, done: catalogue });
  if (apps.includes("worker")) {
    const migrated = Promise.all([built, postgres, convex]).then(() => run("migrate", commands.migrate));
    const worker = Promise.all([migrated, engine]).then(() => startApp(order, "worker", "/health/ready"));
    all.push({ name: "Database schema and demo data", done: migrated });
    all.push({ name: "Worker", url: urls.worker, done: worker });
  }
  if (apps.includes("web")) {
    const web = Promise.all([built, convex]).then(() => startApp(order, "web", "/health/ready"));
    all.push({ name: "Web app", url: urls.web, done: web });
  }
  return { all, postgres };
}

async function startApp(order: StartOrder, name: AppName, healthPath: string): Promise<void> {
  const command = order.commands[name];
  if (!command) return;
  // A health path that an app does not have is answered all the same, which is what we wait for.
  const accepts = (status: number) => status < 500;
  const healthUrl = `${order.urls[name]}${healthPath}`;
  await order.services.start({ name, command: withEnvironment(command, order, name), healthUrl, accepts });
}

async function startConvex(order: StartOrder): Promise<void> {
  const { commands, services, urls } = order;
  if (!commands.convex) return;
  const command = withEnvironment(commands.convex, order);
  // What is no call is answered as one that does not exist.
  await services.start({ name: "convex", command, healthUrl: `${urls.convex}/version` });
}

async function startCatalogue(order: StartOrder): Promise<void> {
  const { commands, services, urls } = order;
  if (!commands.catalogue) return;
  const command = withEnvironment(commands.catalogue, order, "catalogue");
  await services.start({ name: "catalogue", command, healthUrl: urls.catalogue });
}

function withEnvironment(command: Command, { environment, ports }: StartOrder, app?: PortName): Command {
  const port = app ? { PORT: String(ports[app]) } : {};
  return { ...command, environment: { ...environment, ...port, ...command.environment } };
}

async function postgresCrash(postgres: Postgres): Promise<never> {
  throw new CrashError("postgres", "ended by itself", await postgres.crashed);
}
