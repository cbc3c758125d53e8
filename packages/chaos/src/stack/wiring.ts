import { join } from "node:path";
import { appEnvironment, type Emulators, type Ports, repositoryCommands } from "@org/local-stack";
import { type LinkName, linkNames } from "../plan/faults.ts";
import { type Link, openLink } from "./link.ts";

export type Links = Record<LinkName, Link>;

/** Each link leads to the real port of what the last word of its name says. */
export async function openLinks(ports: Ports, redisPort: number): Promise<Links> {
  const targets = new Map(Object.entries({ ...ports, redis: redisPort }));
  const opened = linkNames.map(async (name) => {
    const target = targets.get(name.split("-")[1] ?? "");
    if (target === undefined)
      throw new Error(`${name} leads to no process. Name it in faults.ts as client-server.`);
    return [name, await openLink(target)] as const;
  });
  return linksOf(await Promise.all(opened));
}

/** The entries come from `linkNames`, so that none is missing. */
function linksOf(entries: (readonly [LinkName, Link])[]): Links {
  return Object.fromEntries(entries) as Links;
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

const at = (port: number) => `http://127.0.0.1:${port}`;
const databaseAt = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;
const redisAt = (port: number) => `redis://127.0.0.1:${port}`;

/** What the apps are started with: each reaches every other process over a link of its own. */
export function wire({ root, folder, environment, ports, redisPort, links, emulators }: WiringInput) {
  const urls = {
    web: at(links["people-web"].port),
    worker: at(ports.worker),
    engine: at(ports.engine),
    database: databaseAt(ports.postgres),
    redis: redisAt(redisPort),
  };
  const direct: NodeJS.ProcessEnv = {
    ...appEnvironment({
      base: environment,
      mode: "production",
      addresses: urls,
      ownEngine: true,
      databaseUrl: urls.database,
      archiveDir: join(folder, "archive"),
      rateLimits: false,
      emulators,
    }),
    REDIS_URL: urls.redis,
  };
  // Where the worker registers itself and the engine calls it.
  const called = links["engine-worker"].port;
  return {
    urls,
    commands: repositoryCommands({
      root,
      mode: "production",
      stateDir: folder,
      ports: { ...ports, worker: called },
    }),
    environments: { direct, ...environmentsOf(direct, ports, links, at(called)) },
  };
}

export type Wiring = ReturnType<typeof wire>;

function environmentsOf(direct: NodeJS.ProcessEnv, ports: Ports, links: Links, calledAt: string) {
  const engineAt = (port: number) => ({ INNGEST_DEV: at(port), INNGEST_BASE_URL: at(port) });
  const of = (name: "web" | "worker") => ({
    ...direct,
    REDIS_URL: redisAt(links[`${name}-redis`].port),
    DATABASE_URL: databaseAt(links[`${name}-postgres`].port),
    PORT: String(ports[name]),
  });
  return {
    engine: { ...direct, PORT: String(ports.engine) },
    web: of("web"),
    worker: { ...of("worker"), ...engineAt(links["worker-engine"].port), INNGEST_SERVE_ORIGIN: calledAt },
    relay: {
      ...direct,
      ...engineAt(links["relay-engine"].port),
      DATABASE_URL: databaseAt(links["relay-postgres"].port),
    },
  };
}
