import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Inngest } from "inngest";
import { extendedTracesMiddleware } from "inngest/experimental";
import { serve } from "inngest/node";
import { expect, it, onTestFinished } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { createSystemClock } from "../engine/clock.ts";
import { createEngine } from "../engine/engine.ts";
import { createHttpTransport } from "../engine/transport.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { eventually } from "../testing/eventually.ts";
import { createHttpApi, listen } from "./server.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

interface OpenTelemetry {
  api: {
    context: { setGlobalContextManager(manager: unknown): void };
    trace: { setGlobalTracerProvider(provider: unknown): void };
  };
  sdk: { BasicTracerProvider: new (options: { spanProcessors: unknown[] }) => unknown };
  hooks: { AsyncLocalStorageContextManager: new () => { enable(): unknown } };
}

/** OpenTelemetry as an app sets it up, in the copies that the SDK itself uses. */
function setUpTracing(): void {
  const { api, sdk, hooks } = loadOpenTelemetry();
  const idle = { onStart() {}, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };
  api.context.setGlobalContextManager(new hooks.AsyncLocalStorageContextManager().enable());
  api.trace.setGlobalTracerProvider(new sdk.BasicTracerProvider({ spanProcessors: [idle] }));
}

/** Guarantee: these are the packages that the SDK depends on, whose exports are named so. */
function loadOpenTelemetry(): OpenTelemetry {
  const load = createRequire(fileURLToPath(import.meta.resolve("inngest")));
  const names = { api: "api", sdk: "sdk-trace-base", hooks: "context-async-hooks" };
  const loaded = Object.entries(names).map(([key, name]) => [key, load(`@opentelemetry/${name}`)]);
  return Object.fromEntries(loaded) as OpenTelemetry;
}

it("reads what the SDK's own exporter sends, and puts each span under its step", async () => {
  setUpTracing();
  const transport = createHttpTransport();
  const engine = createEngine({ store: createMemoryStore(), clock: createSystemClock(), transport });
  const server = await listen(createHttpApi(engine, { version: "test" }), { host: "127.0.0.1", port: 0 });
  const client = new Inngest({
    id: "app",
    isDev: true,
    baseUrl: server.url,
    logger: quiet,
    middleware: [extendedTracesMiddleware({ behaviour: "extendProvider" })],
  });
  const traced = client.createFunction(
    { id: "traced", triggers: [{ event: "go" }] },
    async ({ step, tracer }) => {
      await step.run("load", () =>
        tracer.startActiveSpan("outer", (outer) => {
          tracer.startSpan("inner", { attributes: { rows: 3 } }).end();
          outer.end();
        }),
      );
      await step.run("save", () =>
        tracer.startActiveSpan("write", (span) => span.setStatus({ code: 2 }).end()),
      );
    },
  );
  const app = createServer(serve({ client, functions: [traced] }));
  onTestFinished(async () => {
    app.closeAllConnections();
    app.close();
    await server.close();
    engine.close();
    transport.close();
  });
  await fetch(await listenOnFreePort(app), { method: "PUT" });
  await engine.send([{ name: "go" }]);
  await eventually(() => {
    const [run] = engine.runs();
    const { steps = [], annotations = [] } = engine.run(run?.id ?? "") ?? {};
    const nameOf = (stepId: string | undefined) => steps.find(({ id }) => id === stepId)?.name;
    const spans = annotations.filter((record) => record.kind === "span");
    const outer = spans.find(({ name }) => name === "outer");
    expect(spans.map(({ name, stepId, failed }) => ({ name, step: nameOf(stepId), failed }))).toEqual(
      expect.arrayContaining([
        { name: "outer", step: "load", failed: false },
        { name: "inner", step: "load", failed: false },
        { name: "write", step: "save", failed: true },
      ]),
    );
    expect(spans.find(({ name }) => name === "inner")).toMatchObject({
      parentId: outer?.id,
      attributes: { rows: 3 },
    });
  });
});
