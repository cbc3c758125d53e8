import { mohallaMartFunctions } from "@org/workflows/mohallamart";
import { operationsFunctions } from "@org/workflows/operations";
import { tenOceanFunctions } from "@org/workflows/ten-ocean";
import { Hono } from "hono";
import { serve } from "inngest/hono";
import type { Ports } from "./ports.ts";

/** Where each Inngest app is served; Inngest is told these addresses. */
export const servePaths = [
  "/api/inngest/mohallamart",
  "/api/inngest/ten-ocean",
  "/api/inngest/operations",
] as const;

type Served = Pick<Parameters<typeof serve>[0], "client" | "functions">;

/** The worker's HTTP interface: every Inngest app and `GET /health`. */
export function createApp({ pool, mohallaMart, tenOcean, operations }: Ports): Hono {
  const app = new Hono();
  const apps: Record<(typeof servePaths)[number], Served> = {
    "/api/inngest/mohallamart": {
      client: mohallaMart.inngest,
      functions: mohallaMartFunctions(mohallaMart),
    },
    "/api/inngest/ten-ocean": { client: tenOcean.inngest, functions: tenOceanFunctions(tenOcean) },
    "/api/inngest/operations": { client: operations.inngest, functions: operationsFunctions(operations) },
  };
  for (const servePath of servePaths) {
    app.on(["GET", "POST", "PUT"], servePath, serve({ ...apps[servePath], servePath }));
  }
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
