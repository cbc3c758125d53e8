import { Hono } from "hono";
import type { Engine } from "../engine/engine.ts";

/** `/health`, and `/dev`, by which SDKs and tools recognise a development server. */
export function createDevApi(engine: Engine, version: string): Hono {
  const app = new Hono();
  app.get("/health", (context) => context.json({ status: 200, message: "OK" }));
  app.get("/dev", (context) =>
    context.json({
      version: `local-engine ${version}`,
      authed: false,
      startOpts: {},
      functions: engine.functions().map(({ id, name, url, triggers }) => ({ slug: id, name, url, triggers })),
      handlers: engine.apps().map(({ id, url, sdk, framework, error }) => ({
        sdk: { app: id, url, language: sdk, framework: framework ?? "", functions: [] },
        error: error ?? null,
      })),
    }),
  );
  return app;
}
