import { join } from "node:path";
import { type Emulators, startEmulators } from "../emulators/start-emulators.ts";
import { startGuardian } from "../processes/guardian.ts";
import { type Commands, type CommandsInput, findRoot, repositoryCommands } from "./commands.ts";
import { appEnvironment } from "./environment.ts";
import { choosePorts, type Ports } from "./ports.ts";
import { createServices } from "./services.ts";
import { type AppName, appNames, type StartStep, startInOrder } from "./start-order.ts";
import { type StateFolder, takeStateFolder } from "./state-folder.ts";

export type { AppName } from "./start-order.ts";

export interface StackOptions {
  /** Environment that the processes inherit. */
  environment: NodeJS.ProcessEnv;
  /** `production` runs builds that exist already: `next start` and `node dist/server.js`. Default. */
  mode?: "development" | "production";
  /** Where Postgres, the emulators and the engine keep their data. Default: a folder deleted on stop. */
  stateDir?: string;
  /** Wanted ports; one that is taken gives way to the next free one. Default: any free ones. */
  ports?: Partial<Ports>;
  /** An engine that runs elsewhere, used in place of ours. */
  engineUrl?: string;
  /** Which apps to run beside Postgres and the emulators. Default: all. */
  apps?: readonly AppName[];
  /** Whether the event catalogue's pages are served. Default: in development. */
  catalogue?: boolean;
  /** Under which name of this machine people reach the web app, `localhost` for another one than the vendors'. Default: 127.0.0.1. */
  webHost?: string;
  /** Whether the emulators enforce the vendors' rate limits. Default: only in development. */
  rateLimits?: boolean;
  /** Who has allowed push notifications in a browser. Default: in development the people of the demo data. */
  pushUsers?: readonly string[];
  /** Default: the commands of this repository. */
  commands?: (input: CommandsInput) => Commands;
  /** Gets what the processes write. */
  onLine?: (process: string, line: string) => void;
  /** Gets each step of the start as it begins. */
  onStep?: (step: StartStep) => void;
  /** Gives the start up and stops what runs by then. */
  signal?: AbortSignal;
}

export interface Stack {
  ports: Ports;
  urls: Record<"web" | "worker" | "engine" | "inbox" | "postgres" | "convex" | "catalogue", string>;
  emulators: Emulators;
  /** Environment that the apps run with. */
  environment: NodeJS.ProcessEnv;
  /** Ends an app, by default without warning; this is no crash. */
  kill(app: AppName, signal?: NodeJS.Signals): Promise<void>;
  /** Ends an app if it runs, and resolves when it is healthy again. @throws CrashError when it does not get there. */
  restart(app: AppName, grace?: number): Promise<void>;
  /** The last lines that an app wrote. */
  logs(app: AppName): string[];
  /** Rejects with a CrashError as soon as a part ends by itself. */
  crashed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts everything on 127.0.0.1 and resolves when every part answers its health check. When it throws, what it
 * had started is stopped.
 *
 * @throws CrashError when a part ends during the start; InUseError when a stack runs on `stateDir` already.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  return assemble(options, await takeStateFolder(options.stateDir));
}

async function assemble(options: StackOptions, folder: StateFolder): Promise<Stack> {
  const { onLine = () => {}, onStep = () => {}, signal } = options;
  const prepared = await prepare(options, folder).catch(async (error) => {
    await folder.release();
    throw error;
  });
  const { apps, mode, ports, urls, emulators, environment } = prepared;
  const guardian = startGuardian();
  const services = createServices({
    onLine,
    onChange(processes) {
      folder.write({ urls, processes });
      const pids = processes.map(({ pid }) => pid);
      guardian.watch("apps", pids);
    },
  });
  const release = async () => {
    await emulators.stop();
    await folder.release();
    guardian.close();
  };
  const root = findRoot(import.meta.dirname);
  const commands = (options.commands ?? repositoryCommands)({
    ...{ root, mode, stateDir: folder.path, ports },
    marketplaceStore: options.environment.MARKETPLACE_STORE,
    catalogue: servesCatalogue(options),
  });
  const dataDir = join(folder.path, "postgres");
  try {
    const isKept = options.stateDir !== undefined;
    const parts = { commands, environment, services, guardian, ports, urls, apps, dataDir, isKept };
    const { crashed, stop } = await startInOrder({ ...parts, onLine, onStep, signal });
    return {
      ports,
      urls,
      emulators,
      environment,
      kill: (app, by = "SIGKILL") => services.kill(app, by),
      restart: services.restart,
      logs: services.lastLines,
      crashed,
      stop: () => stop().then(release),
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Of packages/stores/src/demo-data, as the push vendor knows them: a customer, two shopkeepers and two residents. */
const demoPeople = [
  ...["user_123", "sk_999", "sk_998"].map((id) => `mohallamart:${id}`),
  ...["user_maya", "user_suresh"].map((id) => `ten-ocean:${id}`),
];

/** What has to be known before anything can be started: ports, addresses and the apps' environment. */
async function prepare(options: StackOptions, folder: StateFolder) {
  const { mode = "production", engineUrl } = options;
  const apps = (options.apps ?? appNames).filter((app) => app !== "engine" || !engineUrl);
  const ports = await choosePorts(options.ports, new Set(appNames.filter((app) => !apps.includes(app))));
  const addresses = addressesOf(ports, engineUrl);
  const catalogue = servesCatalogue(options) ? addresses.catalogue : undefined;
  const rateLimits = options.rateLimits ?? mode === "development";
  const databaseUrl = `postgres://postgres@127.0.0.1:${ports.postgres}/postgres`;
  const webUrl = options.webHost ? addresses.web.replace("127.0.0.1", options.webHost) : addresses.web;
  const emulators = await startEmulators({
    stateDir: join(folder.path, "emulators"),
    ports,
    rateLimits,
    verifiesPushUsers: true,
    pushUsers: options.pushUsers ?? (mode === "development" ? demoPeople : []),
    paymentWebhookUrl: `${addresses.web}/api/webhooks/razorpay`,
    parcelWebhookUrl: `${addresses.web}/api/webhooks/delivery`,
    reportsUrl: `${addresses.web}/api/webhooks`,
    webUrl,
  });
  const environment = {
    // The apps restart at every save, and most of that time is compiling the same dependencies again.
    ...(mode === "development" ? { NODE_COMPILE_CACHE: join(folder.path, "compile-cache") } : {}),
    ...appEnvironment({
      base: options.environment,
      mode,
      addresses: { ...addresses, catalogue },
      ownEngine: !engineUrl,
      databaseUrl,
      archiveDir: join(folder.path, "archive"),
      picturesDir: join(folder.path, "pictures"),
      rateLimits,
      emulators,
    }),
    ...(options.webHost ? { WEB_URL: webUrl } : {}),
  };
  const urls = { ...addresses, inbox: emulators.inbox.url, postgres: databaseUrl };
  return { mode, apps, ports, urls, emulators, environment };
}

function servesCatalogue({ catalogue, mode }: StackOptions): boolean {
  return catalogue ?? mode === "development";
}

function addressesOf(ports: Ports, engineUrl?: string) {
  const address = (port: number) => `http://127.0.0.1:${port}`;
  return {
    web: address(ports.web),
    worker: address(ports.worker),
    engine: engineUrl ?? address(ports.engine),
    convex: address(ports.convex),
    catalogue: address(ports.catalogue),
  };
}
