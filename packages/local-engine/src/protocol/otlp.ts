import * as z from "zod";
import type { SpanRecord } from "../core/records.ts";

/** OpenTelemetry's form for values, as far as JSON writes it. */
interface AnyValue {
  stringValue?: string | undefined;
  boolValue?: boolean | undefined;
  intValue?: string | number | undefined;
  doubleValue?: number | undefined;
  bytesValue?: string | undefined;
  arrayValue?: { values?: AnyValue[] | undefined } | undefined;
  kvlistValue?: { values?: KeyValue[] | undefined } | undefined;
}

interface KeyValue {
  key: string;
  value?: AnyValue | undefined;
}

const valueSchema: z.ZodType<AnyValue> = z.lazy(() =>
  z.object({
    stringValue: z.string().optional(),
    boolValue: z.boolean().optional(),
    intValue: z.union([z.string(), z.number()]).optional(),
    doubleValue: z.number().optional(),
    bytesValue: z.string().optional(),
    arrayValue: z.object({ values: z.array(valueSchema).optional() }).optional(),
    kvlistValue: z.object({ values: z.array(keyValueSchema).optional() }).optional(),
  }),
);
const keyValueSchema: z.ZodType<KeyValue> = z.lazy(() =>
  z.object({ key: z.string(), value: valueSchema.optional() }),
);

/** Nanoseconds since the epoch: more digits than a number holds, so usually a text. */
const nanoseconds = z.union([z.string().regex(/^\d+$/), z.number().nonnegative()]);

const spanSchema = z.object({
  spanId: z.string().min(1),
  parentSpanId: z.string().optional(),
  name: z.string(),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes: z.array(keyValueSchema).default([]),
  status: z
    .object({ code: z.union([z.number(), z.string()]).optional(), message: z.string().optional() })
    .optional(),
});

type OtlpSpan = z.infer<typeof spanSchema>;

/** What OpenTelemetry's exporters post as JSON. */
export const tracesSchema = z.object({
  resourceSpans: z
    .array(
      z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema).default([]) })).default([]) }),
    )
    .default([]),
});

/** The SDK's own span around a call, under which an app's spans stand. The engine knows its calls. */
const callSpanName = "inngest.execution";
const failedStatuses = new Set<unknown>([2, "STATUS_CODE_ERROR"]);

/** The spans of an app that belong to runs. */
export function readSpans({ resourceSpans }: z.infer<typeof tracesSchema>): SpanRecord[] {
  return resourceSpans
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .filter(({ name }) => name !== callSpanName)
    .flatMap((span) => toSpan(span) ?? []);
}

/** Undefined when the span names no run: then it is not the SDK's. */
function toSpan(span: OtlpSpan): SpanRecord | undefined {
  const attributes = toObject(span.attributes);
  const { "sdk.run.id": runId, "inngest.step.hash": stepId, "inngest.step.attempt": attempt } = attributes;
  if (typeof runId !== "string") return undefined;
  const { parentSpanId: parentId, status } = span;
  return {
    kind: "span",
    id: span.spanId,
    runId,
    name: span.name,
    startedAt: toMilliseconds(span.startTimeUnixNano),
    endedAt: toMilliseconds(span.endTimeUnixNano),
    failed: failedStatuses.has(status?.code),
    attributes: withoutAddress(attributes),
    ...(parentId ? { parentId } : {}),
    ...(typeof stepId === "string" ? { stepId } : {}),
    ...(typeof attempt === "number" ? { attempt } : {}),
    ...(status?.message ? { message: status.message } : {}),
  };
}

function toMilliseconds(time: string | number): number {
  return Number(BigInt(time) / 1_000n) / 1_000;
}

/** Leaves out what the SDK adds to say where a span belongs. */
function withoutAddress(attributes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !/^(inngest|sdk|sys)\./.test(name)),
  );
}

function toObject(pairs: readonly KeyValue[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, toValue(value)]));
}

function toValue(value: AnyValue | undefined): unknown {
  if (!value) return null;
  if (value.intValue !== undefined) return Number(value.intValue);
  if (value.arrayValue) return (value.arrayValue.values ?? []).map(toValue);
  if (value.kvlistValue) return toObject(value.kvlistValue.values ?? []);
  return value.stringValue ?? value.boolValue ?? value.doubleValue ?? value.bytesValue ?? null;
}
