import { Hono } from "hono";
import * as z from "zod";
import { checkExpression } from "../core/expressions.ts";
import type { BulkCancellation } from "../engine/controls.ts";
import type { Engine } from "../engine/engine.ts";
import { readJson, refuse } from "./responses.ts";
import { toEventView, toRunView, toStepView } from "./rest-views.ts";

const time = z.iso.datetime({ offset: true }).transform((value) => Date.parse(value));

const eventQuerySchema = z.object({
  name: z.string().optional(),
  cursor: z.string().optional(),
  received_after: time.optional(),
  received_before: time.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const cancellationSchema = z.object({
  app_id: z.string(),
  function_id: z.string(),
  started_after: time.optional(),
  started_before: time,
  if: z.string().optional(),
});

const invocationSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
  meta: z.unknown().optional(),
  v: z.string().nullish(),
});

/** Inngest's REST API over the engine: `{data, metadata}` envelopes but for an app's functions, cursors by id. */
export function createRestApi(engine: Engine): Hono {
  const app = new Hono();
  const envelope = (data: unknown) => ({
    data,
    metadata: { fetched_at: new Date(engine.now()).toISOString(), cached_until: null },
  });

  app.get("/v1/events", (context) => {
    const query = eventQuerySchema.safeParse(context.req.query());
    if (!query.success) return refuse(context, 400, z.prettifyError(query.error));
    const {
      name,
      cursor,
      received_after: receivedAfter,
      received_before: receivedBefore,
      limit,
    } = query.data;
    const filter = {
      ...(name === undefined ? {} : { name }),
      ...(cursor === undefined ? {} : { before: cursor }),
      ...(receivedAfter === undefined ? {} : { receivedAfter }),
      ...(receivedBefore === undefined ? {} : { receivedBefore }),
    };
    return context.json(envelope(engine.events({ ...filter, limit }).map(toEventView)));
  });

  app.get("/v1/events/:id", (context) => {
    const event = engine.event(context.req.param("id"));
    return event ? context.json(envelope(toEventView(event))) : refuse(context, 404, "no event has this id.");
  });

  app.get("/v1/events/:id/runs", (context) => {
    const id = context.req.param("id");
    if (!engine.event(id)) return refuse(context, 404, "no event has this id.");
    return context.json(envelope(engine.runsOfEvent(id).map(toRunView)));
  });

  app.get("/v1/runs/:id", (context) => {
    const detail = engine.run(context.req.param("id"));
    if (!detail) return refuse(context, 404, "no run has this id.");
    return context.json(envelope({ ...toRunView(detail.run), steps: detail.steps.map(toStepView) }));
  });

  app.delete("/v1/runs/:id", async (context) => {
    const id = context.req.param("id");
    if (!engine.run(id)) return refuse(context, 404, "no run has this id.");
    if (!(await engine.cancelRun(id))) return refuse(context, 409, "the run has ended already.");
    return context.body(null, 204);
  });

  app.get("/v1/apps/:name/functions", (context) => {
    const found = engine.apps().find(({ id }) => id === context.req.param("name"));
    return found ? context.json(found.functions) : refuse(context, 404, "no app has this name.");
  });

  app.post("/invoke/:slug", async (context) => {
    const body = await readJson(context, invocationSchema);
    if (!body.ok) return body.response;
    const slug = context.req.param("slug");
    const id = await engine.invokeAsEvent(slug, body.value);
    return id === undefined
      ? refuse(context, 404, `no synced app has a function "${slug}".`)
      : context.json({ id, status: 200 });
  });

  app.post("/v1/cancellations", async (context) => {
    const body = await readJson(context, cancellationSchema);
    if (!body.ok) return body.response;
    const mistake = mistakeIn(body.value.if);
    if (mistake !== undefined) return refuse(context, 400, mistake);
    const cancelled = await engine.cancelRuns(bulkCancellationOf(engine, body.value));
    return context.json(envelope({ ...body.value, id: `cancellation-${engine.now()}`, cancelled }), 201);
  });

  return app;
}

/** What is wrong with a cancellation's condition. */
function mistakeIn(expression: string | undefined): string | undefined {
  try {
    if (expression !== undefined) checkExpression(expression);
    return undefined;
  } catch (error) {
    return `"if" is not a valid expression: ${error instanceof Error ? error.message : ""}`;
  }
}

/** The same in the engine's words; the function may be named with or without the app's prefix. */
function bulkCancellationOf(
  engine: Engine,
  cancellation: z.output<typeof cancellationSchema>,
): BulkCancellation {
  const { app_id: appId, function_id: functionId, started_after: after, if: expression } = cancellation;
  const isWhole = engine.functions().some(({ id }) => id === functionId);
  return {
    functionId: isWhole ? functionId : `${appId}-${functionId}`,
    ...(after === undefined ? {} : { startedAfter: after }),
    startedBefore: cancellation.started_before,
    ...(expression === undefined ? {} : { if: expression }),
  };
}
