import { metrics, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { EventClient } from "@org/events";
import { spanOf } from "@org/stores/outbox/trace-context";

const scope = "@org/platform";

/** A client whose calls are spans in the traces of the events that they carry, and are counted by event. */
export function tracedClient(client: EventClient): EventClient {
  return {
    async send(payload) {
      const events = Array.isArray(payload) ? payload : [payload];
      const spans = events.flatMap((event) => sendingOf(event) ?? []);
      try {
        const sent = await client.send(payload);
        for (const { name } of events) counter().add(1, { event: name });
        return sent;
      } catch (error) {
        for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        for (const span of spans) span.end();
      }
    },
  };
}

function sendingOf(event: { name: string }): Span | undefined {
  const cause = spanOf(event);
  if (!cause) return undefined;
  const attributes = { event: event.name };
  return trace
    .getTracer(scope)
    .startSpan(
      `send ${event.name}`,
      { kind: SpanKind.PRODUCER, attributes },
      trace.setSpanContext(ROOT_CONTEXT, cause),
    );
}

function counter() {
  return metrics
    .getMeterProvider()
    .getMeter(scope)
    .createCounter("events_sent", { description: "Events that the engine took from the outbox" });
}
