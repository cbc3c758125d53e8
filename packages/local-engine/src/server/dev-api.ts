import { Hono } from "hono";
import type { FunctionConfig } from "../core/records.ts";
import type { Engine } from "../engine/engine.ts";

/** `/health`, which says in words when nothing can be stored or no events are taken, and `/dev`, by which SDKs and tools recognise a development server. */
export function createDevApi(engine: Engine, version: string): Hono {
  const app = new Hono();
  app.get("/health", (context) => {
    const { storage, intake, runsInProgress } = engine.health();
    if (storage) return context.json({ status: 503, message: storage.message, runsInProgress }, 503);
    const refusing = intake === undefined ? {} : { refusing: intake.message };
    return context.json({ status: 200, message: "OK", runsInProgress, ...refusing });
  });
  app.get("/dev", (context) =>
    context.json({
      version: `local-engine ${version}`,
      authed: false,
      startOpts: {},
      functions: engine.functions().map(toFunctionView),
      handlers: engine.apps().map(({ id, url, sdk, framework, error }) => ({
        sdk: { app: id, url, language: sdk, framework: framework ?? "", functions: [] },
        error: error ?? null,
      })),
    }),
  );
  return app;
}

/** A function as the SDK registers it. */
function toFunctionView({ id, name, url, triggers, maxAttempts }: FunctionConfig) {
  const step = {
    id: "step",
    name: "step",
    runtime: { type: "http", url },
    retries: { attempts: maxAttempts - 1 },
  };
  return { id, slug: id, name, url, triggers, steps: { step } };
}
