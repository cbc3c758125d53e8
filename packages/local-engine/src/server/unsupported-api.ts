import { Hono } from "hono";
import { refuse } from "./responses.ts";

interface UnsupportedFeature {
  /** What people call it. */
  feature: string;
  /** What the SDK asks of an engine for it. */
  paths: readonly string[];
  advice: string;
}

/** What the engine leaves out. Each is refused by name, so that nobody takes it for a wrong address. */
export const unsupportedFeatures = {
  durableEndpoints: {
    feature: "durable endpoints",
    paths: [
      "/v1/checkpoint",
      "/v1/checkpoint/:runId/steps",
      "/v1/http/runs/:runId/output",
      "/v1/realtime/publish/tee",
      "/v1/realtime/sse",
    ],
    advice:
      "Do the work in a function that an event starts, or run the app on Inngest's own dev server (npx inngest-cli dev).",
  },
  sandboxes: {
    feature: "sandboxes",
    paths: ["/v2/sandboxes", "/v2/sandboxes/*", "/v2/snapshots", "/v2/snapshots/*"],
    advice: "Run this function on Inngest Cloud, where they are.",
  },
} satisfies Record<string, UnsupportedFeature>;

/** Answers 501 in the form in which the SDK reads errors of that feature. */
export function createUnsupportedApi(): Hono {
  const app = new Hono();
  const { durableEndpoints, sandboxes } = unsupportedFeatures;
  for (const path of durableEndpoints.paths)
    app.all(path, (context) => refuse(context, 501, messageFor(durableEndpoints)));
  for (const path of sandboxes.paths) {
    app.all(path, (context) =>
      context.json({ errors: [{ code: "not_implemented", message: messageFor(sandboxes) }] }, 501),
    );
  }
  return app;
}

function messageFor({ feature, advice }: UnsupportedFeature): string {
  return `local-engine does not have ${feature}. ${advice}`;
}
