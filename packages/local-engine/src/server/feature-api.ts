import { Hono } from "hono";
import type { Engine } from "../engine/engine.ts";
import { createSignalApi } from "./signal-api.ts";

/** What the SDK and its middleware call beside events, registration and checkpoints. */
export function createFeatureApi(engine: Engine): Hono {
  const app = new Hono();
  for (const concern of [createSignalApi(engine)]) app.route("/", concern);
  return app;
}
