import type { Log } from "@org/integrations/log";
import type { Readiness } from "@org/stores/health/readiness";
import type { WorkflowClient } from "@org/workflows/client";
import { mohallaMartFunctions } from "@org/workflows/mohallamart";
import { operationsFunctions } from "@org/workflows/operations";
import { tenOceanFunctions } from "@org/workflows/ten-ocean";
import { Hono } from "hono";
import type { InngestFunction } from "inngest";
import { serve } from "inngest/hono";
import type { Ports } from "./ports.ts";
import { refuse, refuseBeyond, refuseLarge, refuseMalformed, refuseUnsigned } from "./requests.ts";

/** Where each Inngest app is served; Inngest is told these addresses. */
export const servePaths = [
  "/api/inngest/mohallamart",
  "/api/inngest/ten-ocean",
  "/api/inngest/operations",
] as const;

interface Served {
  client: WorkflowClient;
  functions: InngestFunction.Any[];
}

export type ServedApps = Readonly<Record<(typeof servePaths)[number], Served>>;

/** The Inngest apps with their functions, by where they are served. */
export function servedApps({
  mohallaMart,
  tenOcean,
  operations,
}: Pick<Ports, "mohallaMart" | "tenOcean" | "operations">): ServedApps {
  return {
    "/api/inngest/mohallamart": {
      client: mohallaMart.inngest,
      functions: mohallaMartFunctions(mohallaMart),
    },
    "/api/inngest/ten-ocean": { client: tenOcean.inngest, functions: tenOceanFunctions(tenOcean) },
    "/api/inngest/operations": { client: operations.inngest, functions: operationsFunctions(operations) },
  };
}

export interface AppOptions {
  /**
   * Where Inngest reaches this worker, such as `https://worker.example`. What a request says about that is never used: its
   * sender could have the functions registered at an address of their own.
   */
  serveOrigin: string | undefined;
  /** Whether calls have to be signed; a local engine without a key signs none. */
  signed: boolean;
  /** Most calls in hand; default 200. */
  maximumCalls?: number;
  /** What `/metrics` answers to this `authorization` header; absent where nobody may read them. */
  metrics?: (authorization: string | undefined) => Promise<Response>;
  log: Pick<Log, "error">;
}

/** The worker's HTTP interface: every Inngest app, and `GET /health` with what is below it. */
export function createApp(
  { health, readiness }: Pick<Ports, "health"> & { readiness: Readiness },
  apps: ServedApps,
  { serveOrigin, signed, maximumCalls = 200, metrics, log }: AppOptions,
): Hono {
  const app = new Hono();
  const doors = [
    ...(signed ? [refuseUnsigned] : []),
    refuseBeyond(maximumCalls),
    refuseLarge,
    refuseMalformed,
  ];
  for (const servePath of servePaths) {
    const origin = serveOrigin === undefined ? {} : { serveOrigin };
    app.use(servePath, ...doors);
    app.on(
      ["GET", "POST", "PUT"],
      servePath,
      serve({ ...apps[servePath], ...origin, servePath, enableUnauthedSync: !signed }),
    );
  }
  app.get("/health", async (context) => {
    const report = await health.check();
    return context.json(report, report.status === "unavailable" ? 503 : 200);
  });
  app.get("/health/live", (context) => context.json({ status: "ok" }));
  app.get("/health/ready", async (context) => {
    const report = await readiness.check();
    return context.json(report, report.status === "ready" ? 200 : 503);
  });
  if (metrics) app.get("/metrics", (context) => metrics(context.req.header("authorization")));
  app.notFound((context) => refuse(context, 404, "There is nothing at this address."));
  app.onError((error, context) => {
    log.error({ error, method: context.req.method, path: context.req.path }, "a request failed");
    return refuse(context, 500, "The request failed; the worker's log says why.");
  });
  return app;
}
