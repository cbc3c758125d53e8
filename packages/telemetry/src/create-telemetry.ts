import { context, metrics, ProxyTracerProvider, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { type IMetricReader, MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace-base";
import { chosenIds } from "./chosen-ids.ts";
import { scope } from "./names.ts";
import type { Telemetry, TelemetryOptions } from "./telemetry.ts";

/** See `startTelemetry`. */
export function createTelemetry({ service, endpoint, isRead, ratio = 1 }: TelemetryOptions): Telemetry {
  const resource = resourceFromAttributes({ "service.name": service });
  const reading = isRead ? new PrometheusExporter({ preventServerStart: true }) : undefined;
  const measured = new MeterProvider({
    resource,
    readers: [...(reading ? [reading] : []), ...(endpoint === undefined ? [] : [sentTo(endpoint)])],
  });
  metrics.setGlobalMeterProvider(measured);
  const traced = endpoint === undefined ? undefined : tracesTo(endpoint, resource, ratio);
  return {
    async metrics() {
      if (!reading) return "";
      const { resourceMetrics } = await reading.collect();
      return new PrometheusSerializer("", false, undefined, true, true).serialize(resourceMetrics);
    },
    async stop() {
      await Promise.allSettled([traced?.shutdown(), measured.shutdown()]);
    },
  };
}

function sentTo(endpoint: string): IMetricReader {
  return new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics` }),
    exportIntervalMillis: 15_000,
    exportTimeoutMillis: 5_000,
  });
}

function tracesTo(
  endpoint: string,
  resource: ReturnType<typeof resourceFromAttributes>,
  ratio: number,
): BasicTracerProvider {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: 5_000 });
  const provider = new BasicTracerProvider({
    resource,
    idGenerator: chosenIds(),
    // Of the trace's id alone: whichever process sees a part of a trace decides as the others do.
    sampler: new TraceIdRatioBasedSampler(ratio),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
    spanLimits: { attributeValueLengthLimit: 200, eventCountLimit: 0 },
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  // Other libraries' spans hold addresses with secrets and what was searched for: they go nowhere.
  const silent = new ProxyTracerProvider();
  trace.setGlobalTracerProvider({
    getTracer: (name) => (name === scope ? provider.getTracer(name) : silent.getTracer(name)),
  });
  return provider;
}
