import { Hono } from "hono";
import type { Engine } from "../engine/engine.ts";
import { createMetadataApi } from "./metadata-api.ts";
import { createSignalApi } from "./signal-api.ts";
import { createTraceApi } from "./trace-api.ts";
import { createUnsupportedApi } from "./unsupported-api.ts";

/** What the SDK and its middleware call beside events, registration and checkpoints. */
export function createFeatureApi(engine: Engine): Hono {
  const app = new Hono();
  app.route("/", createSignalApi(engine));
  app.route("/", createMetadataApi(engine));
  app.route("/", createTraceApi(engine));
  app.route("/", createUnsupportedApi());
  return app;
}
