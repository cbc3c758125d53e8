import { gunzipSync } from "node:zlib";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { limits } from "../core/limits.ts";
import { deepestJson, isDeeperThan } from "../core/well-formed.ts";
import type { Engine } from "../engine/engine.ts";
import { readSpans, tracesSchema } from "../protocol/otlp.ts";
import { decodeTraces } from "../protocol/otlp-protobuf.ts";
import { refuse } from "./responses.ts";

/** How each content type is read. */
const decoders = new Map<string, (body: Buffer) => unknown>([
  ["application/json", (body) => JSON.parse(body.toString("utf8"))],
  ["application/x-protobuf", decodeTraces],
]);

/** `POST /v1/traces/userland`: the spans of `extendedTracesMiddleware`, as OpenTelemetry's exporters post them. */
export function createTraceApi(engine: Engine): Hono {
  const app = new Hono();
  app.post("/v1/traces/userland", async (context) => {
    const type = context.req.header("content-type")?.split(";")[0] ?? "";
    const decode = decoders.get(type);
    if (!decode) {
      const known = [...decoders.keys()].join(" or ");
      return refuse(context, 415, `traces are taken as ${known}, not as "${type}".`);
    }
    const body = await readBody(context);
    if (!body) {
      const limit = `${limits.traceBytes} bytes`;
      return refuse(context, 413, `the request is not compressed as it says, or over the limit of ${limit}.`);
    }
    const decoded = attempt(() => decode(body));
    const traces = tracesSchema.safeParse(isDeeperThan(decoded, deepestJson) ? undefined : decoded);
    if (!traces.success)
      return refuse(context, 400, `the body holds no traces: ${z.prettifyError(traces.error)}`);
    const refused = await engine.addSpans(readSpans(traces.data));
    if (refused === 0) return context.json({});
    const errorMessage = `of runs that are not stored, or of runs that have ${limits.spansPerRun} spans.`;
    return context.json({ partialSuccess: { rejectedSpans: refused, errorMessage } });
  });
  return app;
}

async function readBody(context: Context): Promise<Buffer | undefined> {
  const bytes = Buffer.from(await context.req.arrayBuffer());
  if (bytes.byteLength > limits.traceBytes) return undefined;
  if (context.req.header("content-encoding") !== "gzip") return bytes;
  return attempt(() => gunzipSync(bytes, { maxOutputLength: limits.traceBytes }));
}

/** Undefined when it fails. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
