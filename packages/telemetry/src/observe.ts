import { context, type Histogram, metrics, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { label, scope } from "./names.ts";

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const described = {
  vendor_call_duration_seconds: "Calls of vendors, each attempt by itself",
  command_duration_seconds: "What people asked for, until it was answered",
} as const;

/** Made anew for each provider: one that was made before the telemetry began says nothing for good. */
function histogram(name: keyof typeof described): Histogram {
  const meter = metrics.getMeterProvider().getMeter(scope);
  return meter.createHistogram(name, {
    unit: "s",
    description: described[name],
    advice: { explicitBucketBoundaries: buckets },
  });
}

interface Observation {
  span: string;
  kind: SpanKind;
  metric: keyof typeof described;
  /** Names of the code's own alone: they become labels and attributes. */
  labels: Record<string, string>;
  outcomeOf(answer: unknown): string;
}

function observed(work: () => unknown, observation: Observation): unknown {
  const { span: name, kind, labels, outcomeOf } = observation;
  const begin = performance.now();
  const span = trace.getTracer(scope).startSpan(name, { kind, attributes: labels });
  const answer = context.with(trace.setSpan(context.active(), span), work);
  // What answers at once is no call; its span is never ended, and so never told.
  if (!isPromise(answer)) return answer;
  const end = (outcome: string) => {
    span.setAttribute("outcome", outcome);
    span.end();
    const seconds = (performance.now() - begin) / 1_000;
    histogram(observation.metric).record(seconds, { ...labels, outcome });
  };
  return answer.then(
    (value) => {
      end(outcomeOf(value));
      return value;
    },
    (error: unknown) => {
      // Neither message nor stack: a vendor's may quote what was sent.
      span.setStatus({ code: SpanStatusCode.ERROR });
      end(failureOf(error));
      throw error;
    },
  );
}

function isPromise(answer: unknown): answer is Promise<unknown> {
  return answer instanceof Promise;
}

/** How a call failed, as adapters class it; `limited` where the vendor asked for patience. */
function failureOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "failed";
  if (Reflect.get(error, "status") === 429) return "limited";
  return label(Reflect.get(error, "kind") ?? "failed");
}

/**
 * The same port, with each of its calls measured and a span of the trace that it belongs to. The vendor is told nothing
 * of the trace.
 * @param port as its folder is named
 */
export function observePort<Port extends object>(port: string, methods: Port): Port {
  return withObserved(methods, (method) => ({
    span: `vendor ${port} ${method}`,
    kind: SpanKind.CLIENT,
    metric: "vendor_call_duration_seconds",
    labels: { port: label(port), method: label(method) },
    outcomeOf: () => "ok",
  }));
}

/** The same ports of one kind, each observed, as the partners of which each has one. Absent ones stay absent. */
export function observeEach<Port extends object, Name extends string>(
  port: string,
  ports: Readonly<Partial<Record<Name, Port>>>,
): Partial<Record<Name, Port>> {
  const observedPorts: Partial<Record<Name, Port>> = { ...ports };
  for (const name in ports) {
    const own = ports[name];
    if (own) observedPorts[name] = observePort(port, own);
  }
  return observedPorts;
}

/** The same commands, each with a span at which a trace begins: what came of it is its outcome's code. */
export function observeCommands<Commands extends object>(product: string, commands: Commands): Commands {
  return withObserved(commands, (command) => ({
    span: `command ${command}`,
    kind: SpanKind.SERVER,
    metric: "command_duration_seconds",
    labels: { product: label(product), command: label(command) },
    outcomeOf: codeOf,
  }));
}

function codeOf(outcome: unknown): string {
  if (typeof outcome !== "object" || outcome === null || Reflect.get(outcome, "ok") !== false) return "ok";
  return label(Reflect.get(outcome, "code"));
}

type Describe = (name: string) => Observation;

/** Methods that answer at once stay as they are, and so does whatever is no method. */
function withObserved<Target extends object>(target: Target, describe: Describe): Target {
  return new Proxy(target, {
    get(own, name) {
      const method: unknown = Reflect.get(own, name, own);
      if (typeof method !== "function" || typeof name !== "string") return method;
      return (...values: unknown[]) => observed(() => Reflect.apply(method, own, values), describe(name));
    },
  });
}

/** What a log line says of the trace that it belongs to; nothing outside of one. */
export function traceFields(): { trace_id?: string; span_id?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
