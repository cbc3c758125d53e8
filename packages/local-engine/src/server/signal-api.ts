import { Hono } from "hono";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { readJson, refuse } from "./responses.ts";

const signalSchema = z.object({
  signal: z.string().min(1, "a signal has a name"),
  data: z.unknown().optional(),
});

/** `POST /v1/signals`: `step.sendSignal` and the client's `sendSignal`. 404 says to the SDK that nothing waits for it. */
export function createSignalApi(engine: Engine): Hono {
  const app = new Hono();
  app.post("/v1/signals", async (context) => {
    const body = await readJson(context, signalSchema);
    if (!body.ok) return body.response;
    const runId = await engine.signal(body.value.signal, body.value.data);
    if (runId === undefined) return refuse(context, 404, "no run waits for this signal.");
    return context.json({ data: { run_id: runId } });
  });
  return app;
}
