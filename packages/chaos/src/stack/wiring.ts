import { join } from "node:path";
import { appEnvironment, type Emulators, type Ports, repositoryCommands } from "@org/local-stack";
import { type LinkName, linkNames } from "../plan/faults.ts";
import { type Link, openLink } from "./link.ts";

export type Links = Record<LinkName, Link>;

/** The real port behind the last word of a link's name. */
export async function openLinks(ports: Ports, redisPort: number): Promise<Links> {
  const targets: Record<string, number> = { ...ports, redis: redisPort };
  const opened = linkNames.map(async (name) => {
    const target = targets[name.split("-")[1] ?? ""];
    if (target === undefined)
      throw new Error(`${name} leads to no process. Name it in faults.ts as client-server.`);
    return [name, await openLink(target)] as const;
  });
  return Object.fromEntries(await Promise.all(opened)) as Links;
}

export interface WiringInput {
  root: string;
  folder: string;
  environment: NodeJS.ProcessEnv;
  ports: Ports;
  redisPort: number;
  links: Links;
  emulators: Emulators;
}

/** What the apps are started with: each reaches every other process over a link of its own. */
export function wire({ root, folder, environment, ports, redisPort, links, emulators }: WiringInput) {
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const database = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;
  const direct = appEnvironment({
    base: environment,
    mode: "production",
    addresses: { web: at(links["people-web"].port), worker: at(ports.worker), engine: at(ports.engine) },
    ownEngine: true,
    databaseUrl: database(ports.postgres),
    archiveDir: join(folder, "archive"),
    rateLimits: false,
    emulators,
  });
  const redis = (port: number) => ({ REDIS_URL: `redis://127.0.0.1:${port}` });
  const engine = (port: number) => ({ INNGEST_DEV: at(port), INNGEST_BASE_URL: at(port) });
  // The engine calls the worker where it registers itself, which has to be the link.
  const workerUrl = at(links["engine-worker"].port);
  const commands = repositoryCommands({
    root,
    mode: "production",
    stateDir: folder,
    ports: { ...ports, worker: links["engine-worker"].port },
  });
  return {
    commands,
    databaseUrl: database(ports.postgres),
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    environments: {
      direct: { ...direct, ...redis(redisPort) },
      engine: { ...direct, PORT: String(ports.engine) },
      web: {
        ...direct,
        ...redis(links["web-redis"].port),
        DATABASE_URL: database(links["web-postgres"].port),
        PORT: String(ports.web),
      },
      worker: {
        ...direct,
        ...redis(links["worker-redis"].port),
        ...engine(links["worker-engine"].port),
        DATABASE_URL: database(links["worker-postgres"].port),
        INNGEST_SERVE_ORIGIN: workerUrl,
        PORT: String(ports.worker),
      },
      relay: {
        ...direct,
        ...engine(links["relay-engine"].port),
        DATABASE_URL: database(links["relay-postgres"].port),
      },
    },
  };
}

export type Wiring = ReturnType<typeof wire>;
