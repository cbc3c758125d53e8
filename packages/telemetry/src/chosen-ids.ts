import { context, createContextKey } from "@opentelemetry/api";
import { type IdGenerator, RandomIdGenerator } from "@opentelemetry/sdk-trace-base";

/** The same key in every module that names it so: a run's span is begun by one process and named by others before. */
const key = createContextKey("@org/platform span ids");

/** Ids as the context chooses them, and random ones elsewhere. */
export function chosenIds(): IdGenerator {
  const random = new RandomIdGenerator();
  return {
    generateTraceId: () => chosen("traceId") ?? random.generateTraceId(),
    generateSpanId: () => chosen("spanId") ?? random.generateSpanId(),
  };
}

function chosen(name: "traceId" | "spanId"): string | undefined {
  const ids = context.active().getValue(key);
  const id: unknown = typeof ids === "object" && ids !== null ? Reflect.get(ids, name) : undefined;
  return typeof id === "string" ? id : undefined;
}
