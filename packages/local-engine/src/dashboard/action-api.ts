import { Hono } from "hono";
import * as z from "zod";
import { readJson, refuse } from "../server/responses.ts";
import type { DashboardOptions } from "./options.ts";

const rerunFromSchema = z.object({ stepId: z.string(), input: z.array(z.unknown()).optional() });
const pauseSchema = z.object({ runs: z.enum(["hold", "cancel"]) });
const endWaitSchema = z.object({ data: z.record(z.string(), z.unknown()).optional() });
const invokeSchema = z.object({ data: z.record(z.string(), z.unknown()) });
const syncSchema = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** What the dashboard can do beside sending events. Who may ask is decided for all routes by `refuseCrossSite`. */
export function createActionApi({ engine, sync }: DashboardOptions): Hono {
  const app = new Hono();
  const functionOf = (runId: string) => engine.run(runId)?.run.functionId;
  const isPaused = (id: string | undefined) => engine.pauses().some(({ functionId }) => functionId === id);

  app.post("/events/:id/replay", async (context) => {
    const eventId = await engine.replayEvent(context.req.param("id"));
    return eventId ? context.json({ eventId }) : refuse(context, 404, "the event is no longer stored.");
  });

  app.post("/runs/:id/cancel", async (context) => {
    const cancelled = await engine.cancelRun(context.req.param("id"));
    return cancelled ? context.json({}) : refuse(context, 409, "the run has ended already.");
  });

  app.post("/runs/:id/rerun", async (context) => {
    if (isPaused(functionOf(context.req.param("id")))) return refuse(context, 409, pausedFunction);
    const runId = await engine.rerun(context.req.param("id"));
    return runId ? context.json({ runId }) : refuse(context, 404, notRerunnable);
  });

  app.post("/runs/:id/rerun-from", async (context) => {
    const body = await readJson(context, rerunFromSchema);
    if (!body.ok) return body.response;
    const { stepId, input } = body.value;
    if (isPaused(functionOf(context.req.param("id")))) return refuse(context, 409, pausedFunction);
    const runId = await engine.rerunFrom(context.req.param("id"), stepId, input);
    return runId ? context.json({ runId }) : refuse(context, 404, notRerunnable);
  });

  app.post("/runs/:id/steps/:stepId/skip", async (context) => {
    const skipped = await engine.skipSleep(context.req.param("id"), context.req.param("stepId"));
    return skipped ? context.json({}) : refuse(context, 409, "the step is not sleeping any more.");
  });

  app.post("/runs/:id/steps/:stepId/end-wait", async (context) => {
    const body = await readJson(context, endWaitSchema);
    if (!body.ok) return body.response;
    const { id, stepId } = context.req.param();
    const ended = await engine.endWait(id, stepId, body.value.data);
    return ended ? context.json({}) : refuse(context, 409, "the step is not waiting for an event any more.");
  });

  app.post("/functions/:id/pause", async (context) => {
    const body = await readJson(context, pauseSchema);
    if (!body.ok) return body.response;
    const paused = await engine.pauseFunction(context.req.param("id"), body.value.runs);
    return paused ? context.json({}) : refuse(context, 404, unknownFunction);
  });

  app.post("/functions/:id/resume", async (context) => {
    const resumed = await engine.resumeFunction(context.req.param("id"));
    return resumed ? context.json({}) : refuse(context, 409, "the function is not paused.");
  });

  app.post("/functions/:id/invoke", async (context) => {
    const body = await readJson(context, invokeSchema);
    if (!body.ok) return body.response;
    if (isPaused(context.req.param("id"))) return refuse(context, 409, pausedFunction);
    const runId = await engine.invoke(context.req.param("id"), body.value.data);
    return runId ? context.json({ runId }) : refuse(context, 404, unknownFunction);
  });

  app.post("/apps/sync", async (context) => {
    const body = await readJson(context, syncSchema);
    if (!body.ok) return body.response;
    const problem = await sync.add(body.value.url);
    return problem === undefined ? context.json({}) : refuse(context, 502, problem);
  });

  return app;
}

const unknownFunction = "no function with this id is registered.";
const notRerunnable = "the run is no longer stored, or its function is no longer registered.";
const pausedFunction = "the function is paused. Resume it first.";
