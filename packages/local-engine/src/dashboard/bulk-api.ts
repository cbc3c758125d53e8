import { Hono } from "hono";
import * as z from "zod";
import { mostBulkRuns, statusesFor } from "../engine/bulk.ts";
import { readJson, refuse } from "../server/responses.ts";
import type { BulkPreview } from "./api-types.ts";
import type { DashboardOptions } from "./options.ts";

const requestSchema = z.object({
  id: z.string().min(8).max(100),
  action: z.enum(["cancel", "replay"]),
  functionId: z.string().min(1).optional(),
  statuses: z
    .array(z.enum(["Queued", "Running", "Completed", "Failed", "Cancelled", "Skipped"]))
    .min(1)
    .optional(),
  queuedAfter: z.number().optional(),
  queuedBefore: z.number().optional(),
  after: z.string().min(1).optional(),
});

/** Acting on many runs: how many it would be, the act itself, and how far it is. */
export function createBulkApi({ engine }: DashboardOptions): Hono {
  const app = new Hono();

  app.post("/bulk/preview", async (context) => {
    const body = await readJson(context, requestSchema.omit({ id: true }));
    if (!body.ok) return body.response;
    const { action: _action, ...range } = body.value;
    const matching = engine.countRuns({ ...range, statuses: statusesFor(body.value) });
    const preview: BulkPreview = { matching, limit: mostBulkRuns };
    return context.json(preview);
  });

  app.post("/bulk", async (context) => {
    const body = await readJson(context, requestSchema);
    if (!body.ok) return body.response;
    const { id, functionId } = body.value;
    if (functionId !== undefined && !engine.functions().some((known) => known.id === functionId)) {
      return refuse(context, 404, "no function with this id is registered.");
    }
    if (statusesFor(body.value).length === 0) {
      return refuse(context, 400, `there is nothing to ${body.value.action} in runs with these statuses.`);
    }
    void engine.bulk(body.value);
    return context.json(engine.bulkProgress(id), 202);
  });

  app.get("/bulk/:id", (context) => {
    const progress = engine.bulkProgress(context.req.param("id"));
    return progress ? context.json(progress) : refuse(context, 404, "no operation has this id.");
  });

  return app;
}
