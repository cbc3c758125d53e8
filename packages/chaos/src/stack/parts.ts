import { join } from "node:path";
import type { Command, Guardian, Ports } from "@org/local-stack";
import type { ProcessName } from "../plan/faults.ts";
import { logTo } from "./log-to.ts";
import { acceptsTcp, answersHttp, createPart, type EndedByItself, type Part } from "./part.ts";
import { createPostgresPart } from "./postgres-part.ts";
import type { Wiring } from "./wiring.ts";

export interface PartsInput {
  wiring: Wiring;
  folder: string;
  guardian: Guardian;
  onEnd(ended: EndedByItself): void;
  ports: Ports;
  redisPort: number;
}

/** Every process, as the local stack runs it, or as Redis and a second relay are run. */
export function createParts(input: PartsInput): Record<ProcessName, Part> {
  const { wiring, folder, guardian, onEnd, ports, redisPort } = input;
  const { environments, commands } = wiring;
  const part = (name: ProcessName, command: Command | undefined, isUp: () => Promise<boolean>): Part => {
    if (!command) throw new Error(`The local stack has no command for ${name}.`);
    return createPart({ name, command, isUp, guardian, onEnd, onLine: logTo(folder, name) });
  };
  const app = (name: "engine" | "worker" | "web"): Part => {
    const command = commands[name] && { ...commands[name], environment: environments[name] };
    return part(name, command, () => answersHttp(`http://127.0.0.1:${ports[name]}/health`));
  };
  const relay = {
    file: process.execPath,
    parameters: [join(import.meta.dirname, "relay-process.ts")],
    cwd: folder,
    environment: environments.relay,
  };
  const redis = {
    file: "redis-server",
    parameters: ["--port", String(redisPort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    cwd: folder,
  };
  return {
    engine: app("engine"),
    worker: app("worker"),
    web: app("web"),
    relay: part("relay", relay, async () => true),
    redis: part("redis", redis, () => acceptsTcp(redisPort)),
    postgres: createPostgresPart({
      dataDir: join(folder, "postgres"),
      port: ports.postgres,
      guardian,
      onEnd,
    }),
  };
}
