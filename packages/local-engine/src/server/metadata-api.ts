import { Hono } from "hono";
import * as z from "zod";
import { limits } from "../core/limits.ts";
import type { MetadataTarget } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";
import { readJson, refuse } from "./responses.ts";

const targetSchema = z.object({
  run_id: z.string(),
  step_id: z.string().nullish(),
  step_index: z.number().int().nullish(),
  step_attempt: z.number().int().nullish(),
  span_id: z.string().nullish(),
});

const metadataSchema = z.object({
  target: targetSchema,
  metadata: z
    .array(
      z.object({
        kind: z.string().min(1),
        op: z.enum(["set", "merge"]),
        values: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});

/** `POST /v1/runs/:id/metadata`: the client's metadata and scores, and those that a step gives to another run. */
export function createMetadataApi(engine: Engine): Hono {
  const app = new Hono();
  app.post("/v1/runs/:id/metadata", async (context) => {
    const body = await readJson(context, metadataSchema);
    if (!body.ok) return body.response;
    const { target, metadata } = body.value;
    const runId = context.req.param("id");
    if (target.run_id !== runId)
      return refuse(context, 400, "`target.run_id` names another run than the address.");
    const updates = metadata.map(({ kind, op, values }) => ({
      target: toTarget(target),
      name: kind,
      values,
      merge: op === "merge",
    }));
    const outcome = await engine.addMetadata(runId, updates);
    if (outcome === "unknown-run") return refuse(context, 404, "no run has this id.");
    if (outcome === "too-large")
      return refuse(
        context,
        413,
        `the run's metadata would be over the limit of ${limits.metadataBytes} bytes.`,
      );
    return context.json({ data: { run_id: runId } });
  });
  return app;
}

function toTarget(target: z.infer<typeof targetSchema>): MetadataTarget {
  return {
    ...(target.step_id == null ? {} : { step: target.step_id }),
    ...(target.step_index == null ? {} : { index: target.step_index }),
    ...(target.step_attempt == null ? {} : { attempt: target.step_attempt }),
    ...(target.span_id == null ? {} : { spanId: target.span_id }),
  };
}
