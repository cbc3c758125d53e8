import { gzipSync } from "node:zlib";
import { Inngest } from "inngest";
import { metadataMiddleware, scoreMiddleware } from "inngest/experimental";
import { expect, it, onTestFinished } from "vitest";
import { limits } from "../core/limits.ts";
import { createVirtualClock } from "../engine/clock.ts";
import { createEngine, type Engine } from "../engine/engine.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { createTestEngine, type TestClientOptions } from "../test/index.ts";
import { createFeatureApi } from "./feature-api.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

/** An app that notes something in every way that the SDK has. */
const app = (options: TestClientOptions) => {
  const inngest = new Inngest({
    id: "app",
    logger: quiet,
    middleware: [metadataMiddleware(), scoreMiddleware()],
    ...options,
  });
  const note = inngest.createFunction(
    { id: "note", triggers: [{ event: "go" }], retries: 1 },
    async ({ step, runId }) => {
      await step.metadata("note-run").set({ tier: "gold" });
      await step.run("work", async () => {
        await inngest.metadata.set({ tokens: 3 }, "usage");
        await inngest.metadata.set({ tokens: 4 }, "usage");
        await inngest.score({ name: "good", value: true });
      });
      await step.score("first", { name: "quality", value: 0.5 });
      await step.score("second", { name: "speed", value: 2 });
      await step.run("from-afar", () => inngest.metadata.run(runId).step("work").attempt(0).set({ seen: 1 }));
      await step.run("work", () => inngest.metadata.set({ tokens: 9 }, "usage"));
    },
  );
  return { client: inngest, functions: [note] };
};

it("shows what an app notes about a run and its steps, under the names that it gave", async () => {
  const engine = createTestEngine({ apps: [app] });
  await engine.send({ name: "go" });
  const { status, metadata } = engine.run("note");
  expect(status).toBe("Completed");
  const ofStep = (step: string, index = 0) =>
    metadata
      .filter(({ target }) => target.step === step && (target.index ?? 0) === index)
      .map(({ name, values }) => ({ name, values }));
  expect(ofStep("work")).toEqual([
    { name: "userland.usage", values: { tokens: 4 } },
    { name: "inngest.score", values: { good: { value: true } } },
    { name: "userland.default", values: { seen: 1 } },
  ]);
  expect(ofStep("work", 1)).toEqual([{ name: "userland.usage", values: { tokens: 9 } }]);
  // The SDK notes by itself that an id was used twice.
  const ofRun = metadata.filter(({ name, target }) => !target.step && name !== "inngest.warnings");
  expect(ofRun).toEqual([
    { name: "userland.default", target: {}, values: { tier: "gold" } },
    { name: "inngest.score", target: {}, values: { quality: { value: 0.5 }, speed: { value: 2 } } },
  ]);
});

it("leaves out what a step notes beyond the limit, says so, and lets the step complete", async () => {
  const wordy = (options: TestClientOptions) => {
    const inngest = new Inngest({ id: "app", logger: quiet, middleware: [metadataMiddleware()], ...options });
    const note = inngest.createFunction({ id: "note", triggers: [{ event: "go" }] }, async ({ step }) =>
      step.run("work", async () => {
        await inngest.metadata.set({ text: "x".repeat(limits.metadataBytes) });
        return "done";
      }),
    );
    return { client: inngest, functions: [note] };
  };
  const engine = createTestEngine({ apps: [wordy] });
  await engine.send({ name: "go" });
  const text = expect.stringContaining('the metadata of step "work" is left out');
  expect(engine.run("note")).toMatchObject({
    status: "Completed",
    output: "done",
    metadata: [{ name: "inngest.warnings", values: { "engine.metadata": text } }],
  });
});

interface Opened {
  engine: Engine;
  runId: string;
  post(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
}

/** An engine with one run that waits for an app which does not answer. */
async function open(): Promise<Opened> {
  const engine = createEngine({
    store: createMemoryStore(),
    clock: createVirtualClock(1_000_000),
    transport: () => new Promise(() => {}),
  });
  onTestFinished(() => engine.close());
  const config = {
    id: "app-f",
    appId: "app",
    name: "f",
    url: "http://app.test",
    triggers: [{ event: "go" }],
    maxAttempts: 1,
    concurrency: [],
    cancel: [],
  };
  await engine.register({
    id: "app",
    url: "http://app.test",
    sdk: "js",
    checksum: "1",
    syncedAt: 0,
    functions: [config],
  });
  await engine.send([{ name: "go" }]);
  const api = createFeatureApi(engine);
  return {
    engine,
    runId: engine.runs()[0]?.id ?? "",
    async post(path, body, headers = { "content-type": "application/json" }) {
      const payload = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
      const answer = await api.request(path, { method: "POST", body: payload, headers });
      return { status: answer.status, body: await answer.json() };
    },
  };
}

const metadataOf = ({ engine, runId }: Opened) => engine.run(runId)?.annotations ?? [];

it("replaces metadata that is set, and adds to what is merged", async () => {
  const opened = await open();
  const { runId, post } = opened;
  const send = (op: string, values: unknown) =>
    post(`/v1/runs/${runId}/metadata`, {
      target: { run_id: runId },
      metadata: [{ kind: "userland.a", op, values }],
    });
  expect((await send("set", { one: 1 })).status).toBe(200);
  await send("merge", { two: 2 });
  expect(metadataOf(opened)).toMatchObject([{ name: "userland.a", values: { one: 1, two: 2 } }]);
  await send("set", { three: 3 });
  expect(metadataOf(opened)).toMatchObject([{ values: { three: 3 } }]);
  expect(metadataOf(opened)[0]).not.toHaveProperty("values.one");
});

it.each([
  ["an unknown operation", { metadata: [{ kind: "userland.a", op: "increment", values: {} }] }, 400],
  ["no name", { metadata: [{ kind: "", op: "set", values: {} }] }, 400],
  ["another run than the address", { target: { run_id: "other" } }, 400],
  [
    "more than a run's metadata may have",
    { metadata: [{ kind: "userland.a", op: "set", values: { text: "x".repeat(limits.metadataBytes) } }] },
    413,
  ],
])("refuses metadata with %s, and stores nothing of it", async (_what, change, status) => {
  const opened = await open();
  const body = {
    target: { run_id: opened.runId },
    metadata: [{ kind: "userland.b", op: "set", values: {} }],
    ...change,
  };
  const answer = await opened.post(`/v1/runs/${opened.runId}/metadata`, body);
  expect(answer).toMatchObject({ status, body: { error: expect.any(String) } });
  expect(metadataOf(opened)).toEqual([]);
});

it("answers 404 to metadata of a run that is not stored", async () => {
  const { post } = await open();
  const body = { target: { run_id: "none" }, metadata: [{ kind: "userland.a", op: "set", values: {} }] };
  expect(await post("/v1/runs/none/metadata", body)).toMatchObject({
    status: 404,
    body: { error: "no run has this id." },
  });
});

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

/** As OpenTelemetry's exporter writes it; times are milliseconds since the epoch. */
function spanOf(runId: string, id: string, fields: Record<string, unknown> = {}) {
  const own = [
    text("sdk.run.id", runId),
    text("inngest.step.hash", "hash-1"),
    { key: "inngest.step.attempt", value: { intValue: 1 } },
  ];
  const values = { values: [{ stringValue: "a" }, { doubleValue: 0.5 }] };
  const attributes = [...own, text("http.route", "/orders"), { key: "list", value: { arrayValue: values } }];
  return {
    traceId: "t",
    spanId: id,
    name: `span ${id}`,
    startTimeUnixNano: "1000000000500000",
    endTimeUnixNano: "1000250000000000",
    attributes,
    ...fields,
  };
}

const traceOf = (spans: unknown[]) => ({
  resourceSpans: [{ resource: {}, scopeSpans: [{ scope: {}, spans }] }],
});

it("stores the spans of a run, each under its step", async () => {
  const opened = await open();
  const { runId, post } = opened;
  const spans = [
    spanOf(runId, "1"),
    spanOf(runId, "2", { parentSpanId: "1", status: { code: 2, message: "no stock" } }),
    spanOf(runId, "3", { name: "inngest.execution" }),
    spanOf(runId, "4", { attributes: [] }),
  ];
  expect(await post("/v1/traces/userland", traceOf(spans))).toEqual({ status: 200, body: {} });
  expect(metadataOf(opened)).toEqual([
    {
      kind: "span",
      id: "1",
      runId,
      name: "span 1",
      startedAt: 1_000_000_000.5,
      endedAt: 1_000_250_000,
      stepId: "hash-1",
      attempt: 1,
      failed: false,
      attributes: { "http.route": "/orders", list: ["a", 0.5] },
    },
    expect.objectContaining({ id: "2", parentId: "1", failed: true, message: "no stock" }),
  ]);
});

it("takes compressed traces, and keeps no more of a run than the limit", async () => {
  const opened = await open();
  const { runId, post } = opened;
  const many = Array.from({ length: limits.spansPerRun + 5 }, (_, index) => spanOf(runId, String(index)));
  const body = gzipSync(JSON.stringify(traceOf([...many, spanOf("unknown", "x")])));
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  const answer = await post("/v1/traces/userland", body, headers);
  expect(answer).toMatchObject({ status: 200, body: { partialSuccess: { rejectedSpans: 6 } } });
  expect(metadataOf(opened)).toHaveLength(limits.spansPerRun);
  expect(await post("/v1/traces/userland", traceOf([spanOf(runId, "late")]))).toMatchObject({
    body: { partialSuccess: { rejectedSpans: 1 } },
  });
});

it.each([
  ["no JSON", "{", {}, 400, "holds no traces"],
  ["spans of another form", traceOf([{ spanId: 1 }]), {}, 400, "holds no traces"],
  ["broken protobuf", "x", { "content-type": "application/x-protobuf" }, 400, "holds no traces"],
  ["another form", "x", { "content-type": "text/plain" }, 415, "application/json or application/x-protobuf"],
  [
    "a body that is not compressed as it says",
    "x",
    { "content-encoding": "gzip" },
    413,
    "not compressed as it says",
  ],
])("refuses traces with %s, saying what to do", async (_what, body, headers, status, problem) => {
  const opened = await open();
  const answer = await opened.post("/v1/traces/userland", body, {
    "content-type": "application/json",
    ...headers,
  });
  expect(answer).toMatchObject({ status, body: { error: expect.stringContaining(problem) } });
  expect(metadataOf(opened)).toEqual([]);
});
