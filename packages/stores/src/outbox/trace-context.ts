import { isSpanContextValid, type SpanContext, trace } from "@opentelemetry/api";

/** What an event says of the trace that it is a part of, beside its data; the engine keeps it and never reads it. */
export interface TraceMark {
  user?: { traceparent: string };
}

/** Of the span in which this is called; nothing where nobody traces. */
export function traceMark(): TraceMark {
  const span = trace.getActiveSpan()?.spanContext();
  if (!span || !isSpanContextValid(span)) return {};
  const flags = span.traceFlags.toString(16).padStart(2, "0");
  return { user: { traceparent: `00-${span.traceId}-${span.spanId}-${flags}` } };
}

/** The span that an event was written in; undefined where none is named, or by a name that is none. */
export function spanOf(event: unknown): SpanContext | undefined {
  const { traceId, spanId, flags } =
    /^00-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})$/.exec(
      String(fieldOf(fieldOf(event, "user"), "traceparent")),
    )?.groups ?? {};
  if (!traceId || !spanId || !flags) return undefined;
  const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(span) ? span : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
