import { Hono } from "hono";
import * as z from "zod";
import { shownOptions } from "../core/step-options.ts";
import type { Found } from "../core/store.ts";
import { refuse } from "../server/responses.ts";
import type { Home, Page } from "./api-types.ts";
import { toAppViews } from "./app-views.ts";
import { listEventNames, prefillFor } from "./event-names.ts";
import type { DashboardOptions } from "./options.ts";
import { outputJson, toEventDetail, toEventSummary, toRunDetail, toRunSummary } from "./views.ts";

const pageSize = 100;
const text = z.string().min(1).optional();
const time = z.coerce.number().optional();
const ids = z.string().transform((value) => value.split(",").slice(0, pageSize));

const status = z.enum(["Queued", "Running", "Completed", "Failed", "Cancelled", "Skipped"]).optional();

const eventQuery = z.object({
  search: text,
  name: text,
  functionId: text,
  runStatus: status,
  receivedAfter: time,
  receivedBefore: time,
  before: text,
  internal: z.literal("true").optional(),
});

const runQuery = z.object({
  search: text,
  status,
  functionId: text,
  appId: text,
  eventName: text,
  before: text,
  queuedAfter: time,
  queuedBefore: time,
});

/** What the dashboard shows. Lists come in pages of 100; `before` is the `next` of the page before. */
export function createReadApi({ engine, sync, examples, schemas = {}, home }: DashboardOptions): Hono {
  const app = new Hono();

  app.get("/events", (context) => {
    const query = eventQuery.safeParse(context.req.query());
    if (!query.success) return refuse(context, 400, z.prettifyError(query.error));
    const { internal, ...filter } = query.data;
    const found = engine.findEvents({
      ...filter,
      excludeInternal: internal === undefined,
      limit: pageSize,
    });
    return context.json(toPage(found, (event) => toEventSummary(engine, event)));
  });

  app.get("/events/:id", (context) => {
    const event = engine.event(context.req.param("id"));
    return event ? context.json(toEventDetail(engine, event)) : refuse(context, 404, "no event has this id.");
  });

  app.get("/events/:id/body", (context) => {
    const event = engine.event(context.req.param("id"));
    return event ? jsonText(event.json) : refuse(context, 404, "no event has this id.");
  });

  app.get("/event-names", (context) => context.json(listEventNames(engine, examples)));

  app.get("/prefill", (context) =>
    context.json(prefillFor(engine, examples, context.req.query("name") ?? "")),
  );

  app.get("/schemas", (context) => context.json(schemas));

  app.get("/home", (context) => context.json({ home } satisfies Home));

  app.get("/runs", (context) => {
    const query = runQuery.safeParse(context.req.query());
    if (!query.success) return refuse(context, 400, z.prettifyError(query.error));
    const found = engine.findRuns({ ...query.data, limit: pageSize });
    return context.json(toPage(found, (run) => toRunSummary(engine, run)));
  });

  app.get("/runs-by-id", (context) => {
    const wanted = ids.safeParse(context.req.query("ids"));
    if (!wanted.success) return refuse(context, 400, "`ids` is a list of run ids with commas between them.");
    const found = wanted.data.flatMap((id) => engine.run(id)?.run ?? []);
    return context.json(found.map((run) => toRunSummary(engine, run)));
  });

  app.get("/runs/:id", (context) => {
    const detail = toRunDetail(engine, context.req.param("id"));
    return detail ? context.json(detail) : refuse(context, 404, "no run has this id.");
  });

  app.get("/runs/:id/output", (context) => {
    const output = engine.run(context.req.param("id"))?.run.output;
    return output === undefined ? refuse(context, 404, "this run has no output.") : jsonText(output);
  });

  app.get("/runs/:id/steps/:stepId/:part{input|options|output}", (context) => {
    const { id, stepId, part } = context.req.param();
    const step = engine.run(id)?.steps.find((candidate) => candidate.id === stepId);
    if (!step) return refuse(context, 404, "no step of this run has this id.");
    const { input, options } = shownOptions(step);
    const json = { output: outputJson(step), input: JSON.stringify(input), options: JSON.stringify(options) };
    const value = part === "input" || part === "options" ? json[part] : json.output;
    return value === undefined ? refuse(context, 404, `this step has no ${part}.`) : jsonText(value);
  });

  app.get("/apps", (context) => context.json(toAppViews(engine.apps(), sync.addresses(), engine.pauses())));

  return app;
}

function toPage<Row, View>({ rows, ...rest }: Found<Row>, toView: (row: Row) => View): Page<View> {
  return { rows: rows.map(toView), ...rest };
}

function jsonText(json: string): Response {
  return new Response(json, { headers: { "content-type": "application/json" } });
}
