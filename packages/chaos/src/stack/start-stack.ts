import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  choosePorts,
  type Emulators,
  findRoot,
  freePort,
  runToEnd,
  startEmulators,
  startGuardian,
} from "@org/local-stack";
import type { ProcessName } from "../plan/faults.ts";
import { logTo } from "./log-to.ts";
import { type NoticeDoor, openNoticeDoor } from "./notice-door.ts";
import type { EndedByItself, Part } from "./part.ts";
import { createParts } from "./parts.ts";
import { type Links, openLinks, type Wiring, wire } from "./wiring.ts";

export interface ChaosStack {
  parts: Record<ProcessName, Part>;
  links: Links;
  emulators: Emulators;
  notices: NoticeDoor;
  /** Where people reach the web app; the others are reached past the links. */
  urls: { web: string; engine: string; worker: string; database: string; redis: string };
  endedByItself: readonly EndedByItself[];
  /** Runs a command of the worker's command line to its end. */
  operate(...parameters: string[]): Promise<void>;
  /** Ends all that was started. */
  stop(): Promise<void>;
}

/** Prepares every process on free ports, with its data and logs in the folder; none of them runs yet. */
export async function createChaosStack(folder: string, environment: NodeJS.ProcessEnv): Promise<ChaosStack> {
  for (const name of ["logs", "engine"]) mkdirSync(join(folder, name), { recursive: true });
  const ports = await choosePorts();
  const redisPort = await freePort();
  const links = await openLinks(ports, redisPort);
  const notices = await openNoticeDoor(`http://127.0.0.1:${ports.web}/api/webhooks/razorpay`);
  const emulators = await startEmulators({
    stateDir: join(folder, "emulators"),
    rateLimits: false,
    paymentWebhookUrl: notices.url,
    // Signed with the address that people know the web app by.
    reportsUrl: `http://127.0.0.1:${links["people-web"].port}/api/webhooks`,
    webUrl: `http://127.0.0.1:${links["people-web"].port}`,
  });
  const root = findRoot(import.meta.dirname);
  const wiring = wire({ root, folder, environment, ports, redisPort, links, emulators });
  const guardian = startGuardian();
  const endedByItself: EndedByItself[] = [];
  const onEnd = (ended: EndedByItself) => void endedByItself.push(ended);
  const parts = createParts({ wiring, folder, guardian, onEnd, ports, redisPort });
  return {
    parts,
    links,
    emulators,
    notices,
    urls: wiring.urls,
    endedByItself,
    operate: (...parameters) => operate(wiring, folder, parameters),
    async stop() {
      await Promise.all([parts.web.stop(), parts.worker.stop(), parts.relay.stop()]);
      await Promise.all([parts.engine.stop(), parts.redis.stop(), parts.postgres.stop()]);
      const open = [emulators.stop(), notices.close(), ...Object.values(links).map((link) => link.close())];
      await Promise.all(open);
      guardian.close();
    },
  };
}

/** The worker's command line is the script that also migrates. */
function operate({ commands, environments }: Wiring, folder: string, parameters: string[]): Promise<void> {
  const [script = ""] = commands.migrate.parameters;
  const command = {
    ...commands.migrate,
    parameters: [script, ...parameters],
    environment: environments.direct,
  };
  const write = logTo(folder, "operate");
  return runToEnd("operate", command, (_name, line) => write(line));
}
