import { createServer } from "node:http";
import type { Inngest } from "inngest";
import { serve } from "inngest/node";
import type { BuildFunctions } from "./bench.ts";
import { listenOnFreePort } from "./listen.ts";

/** An app on a port of its own, which notes the engine's calls. */
export interface ServedApp {
  /** Makes the app register with its engine. Rejects with what the app answers when it cannot. */
  sync(): Promise<void>;
  inFlight(): number;
  /** When the last call began or ended, on the clock of `performance.now`. */
  lastCallAt(): number;
  /** The function that a run belongs to, once it was called. */
  functionOf(runId: string): string | undefined;
  /** The runs that were called. */
  calledRuns(): Iterable<string>;
  close(): Promise<void>;
}

export async function serveApp(client: Inngest, functions: ReturnType<BuildFunctions>): Promise<ServedApp> {
  const handle = serve({ client, functions });
  const functionsByRun = new Map<string, string>();
  let inFlight = 0;
  let lastCallAt = 0;
  const server = createServer((request, response) => {
    const runId = request.headers["x-run-id"];
    const functionId = new URL(request.url ?? "/", "http://app.test").searchParams.get("fnId");
    if (typeof runId === "string" && functionId) functionsByRun.set(runId, functionId);
    inFlight++;
    lastCallAt = performance.now();
    response.once("close", () => {
      inFlight--;
      lastCallAt = performance.now();
    });
    handle(request, response);
  });
  const url = await listenOnFreePort(server);
  return {
    async sync() {
      const answer = await fetch(url, { method: "PUT" });
      if (!answer.ok) throw new Error(`the app could not be synced with the engine: ${await answer.text()}`);
    },
    inFlight: () => inFlight,
    lastCallAt: () => lastCallAt,
    functionOf: (runId) => functionsByRun.get(runId),
    calledRuns: () => functionsByRun.keys(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
