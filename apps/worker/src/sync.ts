import { type ServedApps, servePaths } from "./app.ts";
import { type EngineAddress, functionsKnown } from "./engine-functions.ts";
import { askWorker } from "./worker-request.ts";

/** What became of one app's registration. `problem` is what to tell whoever asked for it. */
export interface Synced {
  path: (typeof servePaths)[number];
  problem?: string;
}

export interface SyncOptions {
  /** Where the worker is reached. */
  origin: string;
  /** Signs the requests, as the worker asks for outside development. */
  signingKey: string | undefined;
}

/** How long the worker may take to register an app with Inngest, in milliseconds. */
const patience = 30_000;

/** What `sync` takes: the ids of functions that may go. @returns undefined for a wrong command line */
export function declaredRemovals(parameters: readonly string[]): string[] | undefined {
  const [flag, ids = "", ...rest] = parameters;
  if (flag === undefined) return [];
  if (flag !== "--removed" || rest.length > 0 || !/^[\w-]+(,[\w-]+)*$/.test(ids)) return undefined;
  return ids.split(",");
}

/**
 * What to tell whoever would take functions from the engine without having said so, or says so of one that is served;
 * undefined when nothing stands against registering.
 * @throws Error that says what to do, when the engine cannot be asked.
 */
export async function undeclaredRemovals(
  apps: Readonly<Record<string, ServedApps[keyof ServedApps]>>,
  engine: EngineAddress,
  declared: readonly string[],
): Promise<string | undefined> {
  const served = new Set(
    Object.values(apps).flatMap(({ client, functions }) => functions.map((each) => each.id(client.id))),
  );
  const kept = declared.filter((id) => served.has(id));
  if (kept.length > 0)
    return `${kept.join(", ")}: this release serves it, so it cannot be declared as removed.`;
  const lists = await Promise.all(Object.values(apps).map(({ client }) => functionsKnown(client.id, engine)));
  const gone = lists
    .flatMap((known) => [...(known ?? [])])
    .filter((id) => !served.has(id) && !declared.includes(id));
  if (gone.length === 0) return undefined;
  return (
    `The engine has ${gone.join(", ")}, which this release does not serve: runs of it would be called no more. Nothing was ` +
    'registered. Keep a function for one release with if: "false" on its triggers, or say that it may go: ' +
    `node cli.js sync --removed ${gone.join(",")}`
  );
}

/** Has the worker register the functions of every app that it serves. */
export async function syncApps({ origin, signingKey }: SyncOptions): Promise<Synced[]> {
  const synced: Synced[] = [];
  for (const path of servePaths) {
    const problem = await syncApp(`${origin}${path}`, signingKey);
    synced.push(problem === undefined ? { path } : { path, problem });
  }
  return synced;
}

async function syncApp(url: string, signingKey: string | undefined): Promise<string | undefined> {
  const { response, problem } = await askWorker(url, { method: "PUT", body: "{}", signingKey, patience });
  if (problem !== undefined) return problem;
  if (response.ok) return undefined;
  return `the worker answered ${response.status}: ${(await response.text()).slice(0, 200)}`;
}
