import { createHash } from "node:crypto";
import type { Call } from "../core/dispatcher.ts";

/** Bytes that a W3C trace state allows for one value. */
const longestValue = 256;

/** A call's place in a trace, in W3C's headers: the trace is the run's, the parent span is the call. */
export function traceHeaders({ run, config, requestId }: Call): { traceparent: string; tracestate: string } {
  const trace = hexOf(run.record.id, 32);
  const span = hexOf(requestId, 16);
  return {
    traceparent: `00-${trace}-${span}-01`,
    tracestate: `inngest@app=${stateValue(config.appId)},inngest@fn=${stateValue(config.id)}`,
  };
}

function hexOf(id: string, length: number): string {
  return createHash("sha256").update(id).digest("hex").slice(0, length);
}

/** Percent encoding leaves only what the header allows in a value; the buffer replaces halves of surrogate pairs. */
function stateValue(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).slice(0, longestValue);
}
