import { Hono } from "hono";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { operationSchema } from "../protocol/operations.ts";
import { RegistrationError, readRegistration } from "../protocol/registration.ts";
import { readJson, refuse } from "./responses.ts";

const checkpointSchema = z.object({
  qi_id: z.string(),
  request_id: z.string().nullish(),
  steps: z.array(operationSchema),
});

/** What the SDK itself calls: registration, checkpoints, and a run's state when it is too large for a call. */
export function createSdkApi(engine: Engine): Hono {
  const app = new Hono();

  app.post("/fn/register", async (context) => {
    const body = await readJson(context, z.unknown());
    if (!body.ok) return body.response;
    try {
      const { modified } = await engine.register(readRegistration(body.value, engine.now()));
      return context.json({ ok: true, status: 200, modified });
    } catch (error) {
      if (!RegistrationError.isInstance(error)) throw error;
      return refuse(context, 400, error.message);
    }
  });

  app.post("/v1/checkpoint/:runId/async", async (context) => {
    const body = await readJson(context, checkpointSchema);
    if (!body.ok) return body.response;
    const { qi_id: jobId, request_id: requestId, steps } = body.value;
    const accepted = await engine.checkpoint(
      context.req.param("runId"),
      jobId,
      requestId ?? undefined,
      steps,
    );
    if (!accepted)
      return refuse(context, 409, "another call has taken this one's place, or the run has ended.");
    return context.json({ ok: true });
  });

  app.get("/v0/runs/:runId/batch", (context) => {
    const state = engine.callState(context.req.param("runId"));
    return state ? jsonText(state.events) : refuse(context, 404, "no run in progress has this id.");
  });

  app.get("/v0/runs/:runId/actions", (context) => {
    const state = engine.callState(context.req.param("runId"));
    return state ? jsonText(state.steps) : refuse(context, 404, "no run in progress has this id.");
  });

  return app;
}

function jsonText(text: string): Response {
  return new Response(text, { headers: { "content-type": "application/json" } });
}
