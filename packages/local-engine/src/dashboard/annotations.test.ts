import { createServer, type Server } from "node:http";
import { Inngest } from "inngest";
import { metadataMiddleware, scoreMiddleware } from "inngest/experimental";
import { serve } from "inngest/node";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { type DevServer, startDevServer } from "../dev-server.ts";
import { eventually } from "../testing/eventually.ts";
import type { RunDetail } from "./api-types.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const key = "secret-key";

let server: DevServer;
let app: Server;
let runId: string;

beforeEach(async () => {
  server = await startDevServer({ port: 0, pollInterval: false });
  const client = new Inngest({
    id: "shop",
    isDev: true,
    baseUrl: server.url,
    logger: quiet,
    middleware: [metadataMiddleware(), scoreMiddleware()],
  });
  const ask = client.createFunction({ id: "ask", triggers: [{ event: "ask" }] }, async ({ step }) => {
    const { gemini, openai } = step.ai.models;
    const contents = [{ role: "user" as const, parts: [{ text: "hi" }] }];
    await step.ai.infer("gemini", {
      model: gemini({ model: "gemini-1.5-flash", apiKey: key }),
      body: { contents },
    });
    const messages = [{ role: "user" as const, content: "hi" }];
    await step.ai.infer("azure", { model: azure(openai), body: { messages } });
    await step.run("work", () => client.metadata.set({ tokens: 3 }, "usage"));
    await step.score("rate", { name: "quality", value: 0.5 });
  });
  app = createServer(serve({ client, functions: [ask] }));
  const url = await listenOnFreePort(app);
  await fetch(url, { method: "PUT" });
  const [eventId = ""] = await server.engine.send([{ name: "ask" }]);
  await eventually(() => {
    const [run] = server.engine.runsOfEvent(eventId);
    expect(run?.status).toBe("Completed");
    runId = run?.id ?? "";
  });
});

afterEach(async () => {
  await server.close();
  app.closeAllConnections();
  app.close();
});

type OpenAi = (options: { model: string; apiKey: string }) => object & { headers?: Record<string, string> };

/** As the SDK's adapter for Azure, whose key is among the headers. */
function azure<Create extends OpenAi>(openai: Create): ReturnType<Create> {
  const model = openai({ model: "gpt-4o", apiKey: key });
  const headers = { "api-key": key, "content-type": "application/json" };
  return toModel<Create>({ ...model, headers, format: "azure-openai" });
}

/** Guarantee: the model differs from the adapter's only in the headers and the name of its form. */
function toModel<Create extends OpenAi>(model: object): ReturnType<Create> {
  return model as ReturnType<Create>;
}

/** Guarantee: the route answers this type. */
const readRun = async () =>
  (await (await fetch(`${server.url}/dashboard/api/runs/${runId}`)).json()) as RunDetail;

it("shows a model's question and answer, and never the provider's key", async () => {
  const run = await readRun();
  const [gemini, azureStep] = run.steps;
  expect(gemini).toMatchObject({ op: "AIGateway", status: "completed" });
  expect(JSON.parse(gemini?.input?.text ?? "")).toEqual([
    { contents: [{ role: "user", parts: [{ text: "hi" }] }] },
  ]);
  expect(gemini?.options?.text).toContain("gemini-1.5-flash:generateContent?key=…");
  expect(azureStep?.options?.text).toContain('"api-key":"…"');
  const whole = [JSON.stringify(run)];
  for (const { id } of run.steps) {
    for (const part of ["input", "options", "output"]) {
      whole.push(await (await fetch(`${server.url}/dashboard/api/runs/${runId}/steps/${id}/${part}`)).text());
    }
  }
  whole.push(await (await fetch(`${server.url}/v1/runs/${runId}`)).text());
  expect(whole.join("")).not.toContain(key);
});

it("shows metadata and scores with the step or the run that they are about", async () => {
  const run = await readRun();
  const values = { text: '{"tokens":3}', bytes: 12, complete: true };
  expect(run.steps.find(({ name }) => name === "work")?.metadata).toEqual([
    { name: "userland.usage", values },
  ]);
  expect(run.metadata).toMatchObject([
    { name: "inngest.score", values: { text: '{"quality":{"value":0.5}}' } },
  ]);
});

it("shows the app's own trace with its depth, in the order of time, also when it comes after the run's end", async () => {
  const changed = new Promise<string>((resolve) => {
    server.engine.subscribe((notices) => {
      for (const notice of notices) if (notice.type === "annotations") resolve(notice.id);
    });
  });
  const stepId = (await readRun()).steps.find(({ name }) => name === "work")?.id ?? "";
  const text = (name: string, stringValue: string) => ({ key: name, value: { stringValue } });
  const attributes = [
    text("sdk.run.id", runId),
    text("inngest.step.hash", stepId),
    text("db.name", "orders"),
  ];
  const times = { startTimeUnixNano: "1000000000000", endTimeUnixNano: "1005000000000" };
  const spans = [
    {
      spanId: "b",
      parentSpanId: "a",
      name: "query",
      ...times,
      startTimeUnixNano: "1001000000000",
      attributes,
    },
    { spanId: "a", name: "request", ...times, attributes },
    { spanId: "c", name: "outside", ...times, attributes: [text("sdk.run.id", runId)] },
  ];
  const answer = await fetch(`${server.url}/v1/traces/userland`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }),
  });
  expect(answer.status).toBe(200);
  expect(await changed).toBe(runId);
  expect((await readRun()).spans).toMatchObject([
    { name: "request", stepId, depth: 0, startedAt: 1_000_000, endedAt: 1_005_000 },
    { name: "outside", depth: 0 },
    { name: "query", stepId, depth: 1, attributes: { text: '{"db.name":"orders"}' } },
  ]);
});
