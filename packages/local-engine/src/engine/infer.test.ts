import { createServer } from "node:http";
import { Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { expect, it, onTestFinished } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { createTestEngine, type TestClientOptions, type TestEngineOptions } from "../test/index.ts";
import "../test/vitest.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const key = "secret-key";
const question = { role: "user" as const, content: "hi" };

/** One function that asks the model whose name the event gives, at the provider's own address. */
const app = (options: TestClientOptions) => {
  const inngest = new Inngest({ id: "app", logger: quiet, ...options });
  const ask = inngest.createFunction(
    { id: "ask", triggers: [{ event: "ask" }], retries: 2 },
    async ({ event, step }) => {
      const { openai, anthropic, gemini } = step.ai.models;
      const body = { messages: [question], ...event.data.body };
      switch (event.data.model) {
        case "responses": {
          const url = "https://api.openai.com/v1/responses";
          const model = {
            ...openai({ model: "gpt-5", apiKey: key }),
            url,
            format: "openai-responses" as const,
          };
          return step.ai.infer("ask", { model, body: { ...body, input: "hi" } });
        }
        case "anthropic": {
          const model = anthropic({ model: "claude-x", apiKey: key, defaultParameters: { max_tokens: 9 } });
          return step.ai.infer("ask", { model, body });
        }
        case "gemini": {
          const model = gemini({ model: "gemini-1.5-flash", apiKey: key });
          return step.ai.infer("ask", {
            model,
            body: { contents: [{ role: "user", parts: [] }], ...event.data.body },
          });
        }
        default:
          return step.ai.infer("ask", { model: openai({ model: "gpt-4o", apiKey: key }), body });
      }
    },
  );
  return { client: inngest, functions: [ask] };
};

async function ask(data: Record<string, unknown> = {}, options: Omit<TestEngineOptions, "apps"> = {}) {
  const noNetwork: typeof fetch = async () => expect.fail("nothing may be fetched");
  const engine = createTestEngine({ apps: [app], now: "2026-11-01T00:00:00Z", fetch: noNetwork, ...options });
  onTestFinished(() => engine.close());
  await engine.send({ name: "ask", data });
  return engine;
}

const stub = expect.stringMatching(/^This text is from local-engine's stub: no model was asked\./);

it.each([
  [
    "openai",
    { choices: [{ message: { role: "assistant", content: stub }, finish_reason: "stop" }], model: "gpt-4o" },
  ],
  [
    "responses",
    { output: [{ type: "message", content: [{ type: "output_text", text: stub }] }], model: "gpt-5" },
  ],
  ["anthropic", { role: "assistant", content: [{ type: "text", text: stub }], stop_reason: "end_turn" }],
  [
    "gemini",
    {
      candidates: [{ content: { parts: [{ text: stub }], role: "model" } }],
      modelVersion: "gemini-1.5-flash",
    },
  ],
])("answers %s by a stub that says that it is one, unless told otherwise", async (model, answer) => {
  const engine = await ask({ model });
  expect(engine.run("ask").output).toMatchObject(answer);
});

it.each([
  ["openai", { response_format: { type: "json_object" } }, /"content":"(.*?)","refusal"/],
  ["responses", { text: { format: { type: "json_schema" } } }, /"text":"(.*?)","annotations"/],
  ["gemini", { generationConfig: { responseMimeType: "application/json" } }, /"text":"(.*?)"\}\],"role"/],
])("answers %s in JSON when JSON is asked for", async (model, body, pattern) => {
  const engine = await ask({ model, body });
  const [, text = ""] = pattern.exec(JSON.stringify(engine.run("ask").output)) ?? [];
  expect(JSON.parse(JSON.parse(`"${text}"`))).toEqual({ stub });
});

it.each([
  ["openai", { messages: [] }, '"messages" is missing'],
  ["anthropic", { messages: null }, '"messages" is missing'],
  ["gemini", { contents: [] }, '"contents" is missing'],
])("lets the stub refuse what %s would refuse, without another attempt", async (model, body, problem) => {
  const engine = await ask({ model, body });
  expect(engine.run("ask")).toMatchObject({
    status: "Failed",
    steps: [{ attempts: 1, error: { name: "ModelError" } }],
  });
  expect(engine.run("ask")).toHaveFailed(problem);
});

/** A provider that answers once after another; the last answer stays. */
async function startProvider(
  ...answers: { status: number; body: string; headers?: Record<string, string> }[]
) {
  const asked: { url: string | undefined; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, authorization: request.headers.authorization });
    const {
      status,
      body,
      headers = {},
    } = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 500, body: "" };
    request.resume().on("end", () => response.writeHead(status, headers).end(body));
  });
  const { origin } = new URL(await listenOnFreePort(server));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin, asked };
}

it("sends every question to a base URL, with the path and the key that the provider would get", async () => {
  const provider = await startProvider({ status: 200, body: '{"real":true}' });
  const engine = await ask({}, { fetch, infer: new URL(`${provider.origin}/proxy/`) });
  expect(engine.run("ask").output).toEqual({ real: true });
  expect(provider.asked).toEqual([{ url: "/proxy/v1/chat/completions", authorization: `Bearer ${key}` }]);
});

it("sends a question to the provider itself when told to", async () => {
  const urls: string[] = [];
  const fetcher: typeof fetch = async (input) => {
    urls.push(String(input));
    return Response.json({ real: true });
  };
  const engine = await ask({}, { fetch: fetcher, infer: "provider" });
  expect(engine.run("ask").output).toEqual({ real: true });
  expect(urls).toEqual(["https://api.openai.com/v1/chat/completions"]);
});

it("waits as long as a busy provider asks, and does not ask again after a refusal", async () => {
  const provider = await startProvider(
    { status: 429, body: '{"error":{"message":"slow down"}}', headers: { "retry-after": "60" } },
    { status: 401, body: '{"error":{"message":"wrong key"}}' },
  );
  const engine = await ask({}, { fetch, infer: new URL(provider.origin) });
  expect(engine.run("ask").steps).toMatchObject([
    { status: "retrying", error: { message: expect.stringMatching(/429: slow down$/) } },
  ]);
  await engine.advance("59s");
  expect(provider.asked).toHaveLength(1);
  await engine.advance("1s");
  expect(engine.run("ask")).toHaveFailed(/answered 401: wrong key$/);
  await engine.advance("1d");
  expect(provider.asked).toHaveLength(2);
});

it.each([
  ...[408, 409, 425, 429, 500, 502, 503, 529].map((status) => ({ status, attempts: 3 })),
  ...[400, 401, 403, 404, 413, 422].map((status) => ({ status, attempts: 1 })),
])("asks $attempts times when the provider answers $status", async ({ status, attempts }) => {
  const fetcher: typeof fetch = async () => Response.json({}, { status });
  const engine = await ask({}, { fetch: fetcher, infer: "provider" });
  await engine.advance("1h");
  expect(engine.run("ask")).toMatchObject({ status: "Failed", steps: [{ status: "failed", attempts }] });
});

it("tries again when the provider cannot be reached, and not when it answers no JSON", async () => {
  const down = await ask({}, { fetch, infer: new URL("http://127.0.0.1:9") });
  await down.advance("1h");
  expect(down.run("ask")).toMatchObject({ status: "Failed", steps: [{ attempts: 3 }] });
  expect(down.run("ask")).toHaveFailed(/the model at 127.0.0.1:9 could not be asked/);
  const { origin } = await startProvider({ status: 200, body: "<html>" });
  const page = await ask({}, { fetch, infer: new URL(origin) });
  expect(page.run("ask")).toMatchObject({ status: "Failed", steps: [{ attempts: 1 }] });
  expect(page.run("ask")).toHaveFailed("a body that is not JSON");
});

it("lets a function of the test answer, and fail as the SDK's errors do", async () => {
  const asked: unknown[] = [];
  const errors = [new RetryAfterError("busy", "30s"), new Error("odd"), undefined];
  const engine = await ask(
    {},
    {
      infer: ({ functionId, stepId, attempt, format, body }) => {
        asked.push([functionId, stepId, attempt, format, body.model]);
        const error = errors.shift();
        if (error) throw error;
        return { choices: [] };
      },
    },
  );
  await engine.advance("2m");
  expect(engine.run("ask").output).toEqual({ choices: [] });
  expect(asked).toEqual([0, 1, 2].map((attempt) => ["app-ask", "ask", attempt, "openai-chat", "gpt-4o"]));
  const refused = await ask(
    {},
    {
      infer: () => {
        throw new NonRetriableError("never");
      },
    },
  );
  expect(refused.run("ask")).toMatchObject({ status: "Failed", steps: [{ attempts: 1 }] });
});

it("takes mocks and planned failures for what the engine does itself", async () => {
  const engine = createTestEngine({ apps: [app] });
  onTestFinished(() => engine.close());
  engine.faults.failStep({ stepId: "ask", error: new Error("down") });
  engine.mockStep({ functionId: "ask", stepId: "ask", value: { mocked: true } });
  await engine.send({ name: "ask" });
  await engine.advance("1m");
  expect(engine.run("ask")).toMatchObject({ output: { mocked: true }, steps: [{ attempts: 2 }] });
});

it("reruns from a question with another one", async () => {
  const engine = await ask({}, { infer: ({ body }) => body });
  const run = engine.run("ask");
  const rerun = await engine.controls.rerunFrom(run.id, run.steps[0]?.hash ?? "", [
    { model: "gpt-4o", messages: ["other"] },
  ]);
  await engine.runUntilIdle();
  const [, second] = engine.runs();
  expect(second).toMatchObject({ id: rerun, status: "Completed", output: { messages: ["other"] } });
});
