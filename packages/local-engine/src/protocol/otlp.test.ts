import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readSpans, tracesSchema } from "./otlp.ts";
import { decodeTraces } from "./otlp-protobuf.ts";

interface Serializer {
  serializeRequest(spans: unknown[]): Uint8Array;
}

interface OpenTelemetry {
  sdk: {
    BasicTracerProvider: new (options: { spanProcessors: unknown[] }) => { getTracer(name: string): Tracer };
  };
  transformer: { JsonTraceSerializer: Serializer; ProtobufTraceSerializer: Serializer };
}

interface Tracer {
  startSpan(
    name: string,
    options?: { attributes?: Record<string, unknown>; startTime?: number },
  ): {
    setStatus(status: { code: number; message?: string }): void;
    end(time: number): void;
  };
}

/** Guarantee: these are the packages that the SDK's exporter is made of, whose exports are named so. */
function loadOpenTelemetry(): OpenTelemetry {
  const load = createRequire(fileURLToPath(import.meta.resolve("inngest")));
  const loadFromExporter = createRequire(load.resolve("@opentelemetry/exporter-trace-otlp-http"));
  const sdk: unknown = load("@opentelemetry/sdk-trace-base");
  const transformer: unknown = loadFromExporter("@opentelemetry/otlp-transformer");
  return { sdk, transformer } as OpenTelemetry;
}

it("reads JSON and protobuf of OpenTelemetry's own serializers alike", () => {
  const { sdk, transformer } = loadOpenTelemetry();
  const ended: unknown[] = [];
  const collect = { onStart() {}, onEnd: (span: unknown) => ended.push(span) };
  const tracer = new sdk.BasicTracerProvider({ spanProcessors: [collect] }).getTracer("app");
  const attributes = {
    "sdk.run.id": "01JRUN",
    "inngest.step.hash": "hash",
    "inngest.step.attempt": 2,
    text: "ü",
    flag: false,
    count: -3,
    share: 0.25,
    list: ["a", "b"],
  };
  tracer.startSpan("plain", { attributes, startTime: 1_793_491_200_000 }).end(1_793_491_200_250);
  const failed = tracer.startSpan("failed", { attributes, startTime: 1_793_491_200_001 });
  failed.setStatus({ code: 2, message: "no stock" });
  failed.end(1_793_491_200_002);
  const json: unknown = JSON.parse(
    Buffer.from(transformer.JsonTraceSerializer.serializeRequest(ended)).toString("utf8"),
  );
  const binary = decodeTraces(transformer.ProtobufTraceSerializer.serializeRequest(ended));
  const spans = readSpans(tracesSchema.parse(binary));
  expect(spans).toEqual(readSpans(tracesSchema.parse(json)));
  expect(spans).toMatchObject([
    {
      name: "plain",
      runId: "01JRUN",
      stepId: "hash",
      attempt: 2,
      startedAt: 1_793_491_200_000,
      endedAt: 1_793_491_200_250,
      failed: false,
      attributes: { text: "ü", flag: false, count: -3, share: 0.25, list: ["a", "b"] },
    },
    { name: "failed", failed: true, message: "no stock" },
  ]);
});
