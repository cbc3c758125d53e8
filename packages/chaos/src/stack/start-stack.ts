import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Command,
  choosePorts,
  type Emulators,
  findRoot,
  freePort,
  runToEnd,
  startEmulators,
  startGuardian,
} from "@org/local-stack";
import type { ProcessName } from "../plan/faults.ts";
import { type NoticeDoor, openNoticeDoor } from "./notice-door.ts";
import { acceptsTcp, answersHttp, createPart, type EndedByItself, type Part } from "./part.ts";
import { createPostgresPart } from "./postgres-part.ts";
import { type Links, openLinks, type Wiring, wire } from "./wiring.ts";

export interface ChaosStack {
  folder: string;
  parts: Record<ProcessName, Part>;
  links: Links;
  emulators: Emulators;
  notices: NoticeDoor;
  /** Where people reach the web app. */
  webUrl: string;
  engineUrl: string;
  workerUrl: string;
  databaseUrl: string;
  redisUrl: string;
  environment: NodeJS.ProcessEnv;
  endedByItself: EndedByItself[];
  /** Runs a command of the worker's command line to its end. */
  operate(...parameters: string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts every process for itself, on free ports, with its data and logs in the folder. */
export async function startChaosStack(folder: string, environment: NodeJS.ProcessEnv): Promise<ChaosStack> {
  for (const name of ["logs", "engine"]) mkdirSync(join(folder, name), { recursive: true });
  const root = findRoot(import.meta.dirname);
  const ports = await choosePorts();
  const redisPort = await freePort();
  const links = await openLinks(ports, redisPort);
  const notices = await openNoticeDoor(`http://127.0.0.1:${ports.web}/api/webhooks/razorpay`);
  const emulators = await startEmulators({
    stateDir: join(folder, "emulators"),
    rateLimits: false,
    paymentWebhookUrl: notices.url,
  });
  const guardian = startGuardian();
  const wiring = wire({ root, folder, environment, ports, redisPort, links, emulators });
  const endedByItself: EndedByItself[] = [];
  const onEnd = (ended: EndedByItself) => void endedByItself.push(ended);
  const dataDir = join(folder, "postgres");
  const parts: Record<ProcessName, Part> = {
    ...createParts({ wiring, folder, guardian, onEnd, ports, redisPort }),
    postgres: createPostgresPart({ dataDir, port: ports.postgres, guardian, onEnd }),
  };
  const stop = async () => {
    await Promise.all([parts.web.stop(), parts.worker.stop(), parts.relay.stop()]);
    await Promise.all([parts.engine.stop(), parts.redis.stop(), parts.postgres.stop()]);
    await Promise.all([
      emulators.stop(),
      notices.close(),
      ...Object.values(links).map((link) => link.close()),
    ]);
    guardian.close();
  };
  return {
    folder,
    parts,
    links,
    emulators,
    notices,
    webUrl: `http://127.0.0.1:${links["people-web"].port}`,
    engineUrl: `http://127.0.0.1:${ports.engine}`,
    workerUrl: `http://127.0.0.1:${ports.worker}`,
    databaseUrl: wiring.databaseUrl,
    redisUrl: wiring.redisUrl,
    environment: wiring.environments.direct,
    endedByItself,
    operate: (...parameters) => {
      const { migrate } = wiring.commands;
      const [script = ""] = migrate.parameters;
      const command = {
        ...migrate,
        parameters: [script, ...parameters],
        environment: wiring.environments.direct,
      };
      return runToEnd("operate", command, logTo(folder, "operate"));
    },
    stop,
  };
}

interface PartsInput {
  wiring: Wiring;
  folder: string;
  guardian: ReturnType<typeof startGuardian>;
  onEnd(ended: EndedByItself): void;
  ports: Awaited<ReturnType<typeof choosePorts>>;
  redisPort: number;
}

function createParts({ wiring, folder, guardian, onEnd, ports, redisPort }: PartsInput) {
  const { commands, environments } = wiring;
  const part = (name: ProcessName, command: Command | undefined, isUp: () => Promise<boolean>): Part => {
    if (!command) throw new Error(`The local stack has no command for ${name}.`);
    const write = logTo(folder, name);
    return createPart({ name, command, isUp, guardian, onEnd, onLine: (line) => write(name, line) });
  };
  const health = (port: number, path: string) => () => answersHttp(`http://127.0.0.1:${port}${path}`);
  const redis = ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const relay = join(import.meta.dirname, "relay-process.ts");
  const with_ = (command: Command | undefined, environment: NodeJS.ProcessEnv) =>
    command && { ...command, environment };
  return {
    engine: part("engine", with_(commands.engine, environments.engine), health(ports.engine, "/health")),
    worker: part("worker", with_(commands.worker, environments.worker), health(ports.worker, "/health")),
    web: part("web", with_(commands.web, environments.web), health(ports.web, "/health")),
    relay: part(
      "relay",
      { file: process.execPath, parameters: [relay], cwd: folder, environment: environments.relay },
      async () => true,
    ),
    redis: part("redis", { file: "redis-server", parameters: redis, cwd: folder }, () =>
      acceptsTcp(redisPort),
    ),
  };
}

/** Appends lines to a log of their own, each with its time. */
function logTo(folder: string, name: string): (process: string, line: string) => void {
  const stream = createWriteStream(join(folder, "logs", `${name}.log`), { flags: "a" });
  return (_process, line) => void stream.write(`${new Date().toISOString()} ${line}\n`);
}
