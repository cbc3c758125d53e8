import { metricsAnswer } from "@org/telemetry/metrics-answer";
import { startTelemetry, type Telemetry } from "@org/telemetry/start";
import { env } from "./env.ts";

declare global {
  // Like the pool in database.ts: one for all kinds of routes.
  var orgWebTelemetry: Telemetry | undefined;
}

/** Once in a process, before its first request. */
export async function beginTelemetry(): Promise<void> {
  globalThis.orgWebTelemetry ??= await startTelemetry({
    service: "web",
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    isRead: env.METRICS_TOKEN !== undefined,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
  });
}

/** What `/metrics` answers. */
export function ownMetrics(request: Request): Promise<Response> {
  return metricsAnswer(request.headers.get("authorization"), {
    telemetry: globalThis.orgWebTelemetry,
    token: env.METRICS_TOKEN,
  });
}
