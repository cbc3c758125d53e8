import type { Instrumentation } from "next";

/** Loads the configuration before the first request, so that a missing variable stops the start. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next replaces it in the build; the edge has no process to stop.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("./src/env.ts");
  const { beginTelemetry } = await import("./src/telemetry.ts");
  await beginTelemetry();
  const { beginMeasuring } = await import("./src/measuring.ts");
  beginMeasuring();
  const { log } = await import("./src/log.ts");
  const { watchRequests } = await import("./src/http/requests-in-hand.ts");
  const { endStreamsAtStop } = await import("./src/live/streams.ts");
  watchRequests(log);
  endStreamsAtStop();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // biome-ignore lint/style/noProcessEnv: Next replaces it in the build; every route here runs in Node.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./src/log.ts");
  const { routePath, routeType } = context;
  log.error({ error, method: request.method, route: routePath, kind: routeType }, "a request failed");
};
