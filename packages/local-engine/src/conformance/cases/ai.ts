import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { expect, onTestFinished } from "vitest";
import { listenOnFreePort } from "../listen.ts";
import type { Suite } from "../suite.ts";

type Answer = (request: { path: string; headers: IncomingMessage["headers"]; body: unknown }) => {
  status?: number;
  body: unknown;
};

/** A provider of models on a free port. Resolves to the base URL that adapters take. */
async function startProvider(answer: Answer): Promise<string> {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await text(request));
    const { status = 200, body: answered } = answer({
      path: request.url ?? "",
      headers: request.headers,
      body,
    });
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answered));
  }
  const server = createServer((request, response) => void handle(request, response));
  const address = new URL(await listenOnFreePort(server));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `${address.origin}/v1/`;
}

/** `step.ai.infer` and `step.ai.wrap`. */
export function describeAi({ needs, start }: Suite): void {
  needs({ wait: "1m" })("asks a model in its provider's form, and gives the provider's body", async () => {
    const asked: Parameters<Answer>[0][] = [];
    const baseUrl = await startProvider((request) => {
      asked.push(request);
      return { body: { path: request.path } };
    });
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "ask", triggers: [{ event: "go" }] }, async ({ step }) => {
        const { openai, anthropic, gemini } = step.ai.models;
        const question = { role: "user" as const, content: "hi" };
        return [
          await step.ai.infer("openai", {
            model: openai({ model: "gpt-4o", apiKey: "key-1", baseUrl }),
            body: { messages: [question] },
          }),
          await step.ai.infer("anthropic", {
            model: anthropic({
              model: "claude-3-5-haiku-latest",
              apiKey: "key-2",
              baseUrl,
              defaultParameters: { max_tokens: 9 },
            }),
            body: { messages: [question], max_tokens: 9 },
          }),
          await step.ai.infer("gemini", {
            model: gemini({ model: "gemini-1.5-flash", apiKey: "key-3", baseUrl }),
            body: { contents: [{ role: "user", parts: [{ text: "hi" }] }] },
          }),
        ];
      }),
    ]);
    await engine.send({ name: "go" });
    const gemini = "/v1/models/gemini-1.5-flash:generateContent?key=key-3";
    expect(await engine.run("ask")).toMatchObject({
      status: "Completed",
      output: [{ path: "/v1/chat/completions" }, { path: "/v1/messages" }, { path: gemini }],
    });
    expect(asked).toMatchObject([
      {
        headers: { authorization: "Bearer key-1" },
        body: { model: "gpt-4o", messages: [{ content: "hi" }] },
      },
      { headers: { "x-api-key": "key-2", "anthropic-version": "2023-06-01" }, body: { max_tokens: 9 } },
      { body: { contents: [{ parts: [{ text: "hi" }] }] } },
    ]);
  });

  needs({ wait: "1h", steps: true })(
    "asks a model again after a failure that passes, and lets the handler catch",
    async () => {
      const answers = [
        { status: 503, body: {} },
        { body: { fine: true } },
        { status: 503, body: {} },
        { status: 503, body: {} },
      ];
      const baseUrl = await startProvider(() => answers.shift() ?? { body: {} });
      const engine = await start((inngest) => [
        inngest.createFunction({ id: "ask", triggers: [{ event: "go" }], retries: 1 }, async ({ step }) => {
          const model = step.ai.models.openai({ model: "gpt-4o", apiKey: "k", baseUrl });
          const body = { messages: [{ role: "user" as const, content: "hi" }] };
          const first = await step.ai.infer("first", { model, body });
          const second = await step.ai
            .infer("second", { model, body })
            .catch((error: Error) => typeof error.message);
          return [first, second];
        }),
      ]);
      await engine.send({ name: "go" });
      await engine.advance("1h");
      expect(await engine.run("ask")).toMatchObject({
        status: "Completed",
        output: [{ fine: true }, "string"],
        steps: [
          { id: "first", status: "completed", attempts: 2 },
          { id: "second", status: "failed", attempts: 2 },
        ],
      });
    },
  );

  needs({ wait: "1m" })("asks models in parallel", async () => {
    const baseUrl = await startProvider(({ body }) => ({ body }));
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "ask", triggers: [{ event: "go" }] }, async ({ step }) => {
        const model = step.ai.models.openai({ model: "gpt-4o", apiKey: "k", baseUrl });
        const ask = (content: string) =>
          step.ai.infer(content, { model, body: { messages: [{ role: "user" as const, content }] } });
        await Promise.all([ask("a"), ask("b"), step.sleep("nap", "1s")]);
        return step.run("after", () => "asked");
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1s");
    expect(await engine.run("ask")).toMatchObject({ status: "Completed", output: "asked" });
  });

  needs({ wait: "1m", steps: true })("runs what step.ai.wrap wraps as a step", async () => {
    let calls = 0;
    const engine = await start((inngest) => [
      inngest.createFunction({ id: "wrap", triggers: [{ event: "go" }] }, async ({ step }) => {
        const doubled = await step.ai.wrap("double", async (value: number) => value * ++calls * 2, 21);
        await step.sleep("nap", "1s");
        return doubled;
      }),
    ]);
    await engine.send({ name: "go" });
    await engine.advance("1s");
    expect(calls).toBe(1);
    expect(await engine.run("wrap")).toMatchObject({
      status: "Completed",
      output: 42,
      steps: [{ op: "StepRun" }, {}],
    });
  });
}
