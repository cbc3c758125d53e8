import { serve } from "@hono/node-server";
import { createApp, servePaths } from "./app.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { createPorts } from "./ports.ts";

/** How long requests in hand may take after a stop signal, in milliseconds. */
const shutdownGrace = 10_000;

const ports = await createPorts();
const server = serve(
  { fetch: createApp(ports).fetch, hostname: env.HOST, port: env.PORT },
  async ({ port }) => {
    log.info({ port }, "the worker serves its apps");
    if (env.INNGEST_DEV) await syncWithLocalEngine(port);
    // Not before: an event that no function is known for yet starts nothing.
    await ports.relay.start();
  },
);

/** A local engine learns of changed functions at once; in production a deployment syncs them (docs/runbooks). */
async function syncWithLocalEngine(port: number): Promise<void> {
  for (const path of servePaths) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "PUT" });
      if (!response.ok)
        log.warn({ path, status: response.status }, "the engine did not take the functions; it will poll");
    } catch (error) {
      log.warn({ path, error }, "the functions could not be synced; the engine will poll");
    }
  }
}

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "the worker stops after the requests in hand");
  setTimeout(() => {
    log.error("requests in hand took too long; the engine will repeat them elsewhere");
    process.exit(1);
  }, shutdownGrace).unref();
  await new Promise((resolve) => server.close(resolve));
  await ports.close();
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
