import { gunzipSync } from "node:zlib";
import { type Context, Hono } from "hono";
import { limits } from "../core/limits.ts";
import type { Engine } from "../engine/engine.ts";
import { readSpans, tracesSchema } from "../protocol/otlp.ts";
import { readJsonText, refuse } from "./responses.ts";

/** `POST /v1/traces/userland`: the spans of `extendedTracesMiddleware`, as OpenTelemetry's exporter posts them. */
export function createTraceApi(engine: Engine): Hono {
  const app = new Hono();
  app.post("/v1/traces/userland", async (context) => {
    if (!context.req.header("content-type")?.startsWith("application/json")) {
      return refuse(context, 415, "traces are taken as JSON: set OTEL_EXPORTER_OTLP_PROTOCOL=http/json.");
    }
    const text = await readText(context);
    if (text === undefined)
      return refuse(
        context,
        413,
        `the request is not readable, or over the limit of ${limits.traceBytes} bytes.`,
      );
    const body = readJsonText(context, text, tracesSchema);
    if (!body.ok) return body.response;
    const refused = await engine.addSpans(readSpans(body.value));
    if (refused === 0) return context.json({});
    const errorMessage = `of runs that are not stored, or of runs that have ${limits.spansPerRun} spans.`;
    return context.json({ partialSuccess: { rejectedSpans: refused, errorMessage } });
  });
  return app;
}

async function readText(context: Context): Promise<string | undefined> {
  const bytes = Buffer.from(await context.req.arrayBuffer());
  if (bytes.byteLength > limits.traceBytes) return undefined;
  if (context.req.header("content-encoding") !== "gzip") return bytes.toString("utf8");
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.traceBytes }).toString("utf8");
  } catch {
    return undefined;
  }
}
