import { Hono } from "hono";
import * as z from "zod";
import { refuse } from "../server/responses.ts";
import { createCascade } from "./cascade.ts";
import { createMetrics } from "./metrics.ts";
import type { DashboardOptions } from "./options.ts";
import { createTestSource } from "./test-source.ts";

const metricsQuery = z
  .object({ from: z.coerce.number(), to: z.coerce.number(), functionId: z.string().min(1).optional() })
  .refine(({ from, to }) => to > from, { error: "`to` has to be later than `from`." });

/** What is worked out from events and runs: figures of functions, cascades, and a run as a test. */
export function createInsightApi({ engine }: DashboardOptions): Hono {
  const app = new Hono();

  app.get("/metrics", (context) => {
    const query = metricsQuery.safeParse(context.req.query());
    if (!query.success) return refuse(context, 400, z.prettifyError(query.error));
    return context.json(createMetrics(engine, query.data));
  });

  app.get("/cascade/:id", (context) => {
    const cascade = createCascade(engine, context.req.param("id"));
    return cascade ? context.json(cascade) : refuse(context, 404, "no event and no run has this id.");
  });

  app.get("/runs/:id/test", (context) => {
    const run = engine.run(context.req.param("id"));
    if (!run) return refuse(context, 404, "no run has this id.");
    if (run.run.startedAt === undefined) {
      return refuse(context, 409, "the run has not begun, so there is nothing to play again.");
    }
    return context.text(createTestSource(engine, run));
  });

  return app;
}
