import { mohallaMartFunctions } from "@org/workflows/mohallamart";
import { tenOceanFunctions } from "@org/workflows/ten-ocean";
import { Hono } from "hono";
import { serve } from "inngest/hono";
import type { Ports } from "./ports.ts";

/** Where each product's functions are served; Inngest is told these addresses. */
export const servePaths = ["/api/inngest/mohallamart", "/api/inngest/ten-ocean"] as const;

/** The worker's HTTP interface: both Inngest apps and `GET /health`. */
export function createApp({ pool, mohallaMart, tenOcean }: Ports): Hono {
  const app = new Hono();
  const [mohallaMartPath, tenOceanPath] = servePaths;
  const methods = ["GET", "POST", "PUT"];
  app.on(
    methods,
    mohallaMartPath,
    serve({
      client: mohallaMart.inngest,
      functions: mohallaMartFunctions(mohallaMart),
      servePath: mohallaMartPath,
    }),
  );
  app.on(
    methods,
    tenOceanPath,
    serve({ client: tenOcean.inngest, functions: tenOceanFunctions(tenOcean), servePath: tenOceanPath }),
  );
  app.get("/health", async (context) => {
    try {
      await pool.query("select 1");
      return context.json({ status: "ok" });
    } catch {
      return context.json({ status: "unavailable", reason: "the database does not answer" }, 503);
    }
  });
  return app;
}
