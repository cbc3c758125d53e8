import { serve } from "@hono/node-server";
import { metricsAnswer } from "@org/telemetry/metrics-answer";
import { expectedTraces } from "@org/workflows/expected-traces";
import { createApp, servedApps } from "./app.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { createPorts } from "./ports.ts";
import { workerReadiness } from "./readiness.ts";
import { syncApps } from "./sync.ts";
import { beginTelemetry, observeWorker } from "./telemetry/telemetry.ts";

/** How long requests in hand may take after a stop signal, in milliseconds. */
const shutdownGrace = 10_000;

const telemetry = await beginTelemetry();
const ports = await createPorts();
if (telemetry) observeWorker(ports);
const apps = servedApps(ports);
const reconciler = ports.createReconciler(expectedTraces(Object.values(apps)));
const app = createApp({ ...ports, readiness: workerReadiness(ports) }, apps, {
  serveOrigin: env.INNGEST_SERVE_ORIGIN,
  signed: !env.INNGEST_DEV,
  metrics: (authorization) => metricsAnswer(authorization, { telemetry, token: env.METRICS_TOKEN }),
  log,
});
const server = serve({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, async ({ port }) => {
  log.info({ port }, "the worker serves its apps");
  if (env.INNGEST_DEV) await syncWithLocalEngine(port);
  // Not before: an event that no function is known for yet starts nothing.
  await ports.relay.start();
  reconciler.start();
});

/** A local engine learns of changed functions at once; in production a deployment runs `cli.js sync`. */
async function syncWithLocalEngine(port: number): Promise<void> {
  for (const { path, problem } of await syncApps({
    origin: `http://127.0.0.1:${port}`,
    signingKey: undefined,
  })) {
    if (problem) log.warn({ path, problem }, "the engine did not take the functions; it will poll");
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
  await reconciler.stop();
  await ports.close();
  await telemetry?.stop();
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
