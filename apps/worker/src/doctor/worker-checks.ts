import * as z from "zod";
import type { ServedApps } from "../app.ts";
import { askWorker } from "../worker-request.ts";
import { type Check, ok, wrong } from "./check.ts";

export interface WorkerChecksOptions {
  /** By where they are served. */
  apps: Readonly<Record<string, ServedApps[keyof ServedApps]>>;
  /** Where the engine reaches the worker; absent with a local engine, which is told by the worker itself. */
  serveOrigin: string | undefined;
  signingKey: string | undefined;
}

const patience = 10_000;

/** What the SDK says of an app to whoever has its key. */
const introspection = z.object({ app_id: z.string(), function_count: z.number() });

/** One for each app: whether it answers where the engine calls it, with the key and the functions of this release. */
export function workerChecks({ apps, serveOrigin, signingKey }: WorkerChecksOptions): Check[] {
  if (serveOrigin === undefined) return [];
  return Object.entries(apps).map(([path, { client, functions }]) => ({
    name: `worker: ${client.id}`,
    async look() {
      const url = `${serveOrigin}${path}`;
      const { response, problem } = await askWorker(url, { method: "GET", body: "", signingKey, patience });
      if (problem !== undefined) return wrong(`At ${url} ${problem}.`);
      const said = introspection.safeParse(await response.json().catch(() => undefined));
      if (!response.ok || said.data?.app_id !== client.id)
        return wrong(
          `${url} is answered by something else (${response.status}). Lead INNGEST_SERVE_ORIGIN to the worker.`,
        );
      const count = said.data.function_count;
      if (count !== functions.length)
        return wrong(
          `The worker at ${url} serves ${count} functions, this release has ${functions.length}: another release runs there.`,
        );
      return ok(`answers at ${url}`);
    },
  }));
}
