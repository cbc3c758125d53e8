import { Inngest, step } from "inngest";
import { endpointAdapter } from "inngest/edge";
import { sandboxMiddleware } from "inngest/experimental";
import { expect, it } from "vitest";
import { createTestEngine, type TestClientOptions } from "../test/index.ts";
import "../test/vitest.ts";
import { createUnsupportedApi, unsupportedFeatures } from "./unsupported-api.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };

it("fails a durable endpoint with what to do in its place", async () => {
  const api = createUnsupportedApi();
  const client = new Inngest({
    id: "app",
    isDev: true,
    baseUrl: "http://engine.test",
    logger: quiet,
    fetch: async (input, init) => api.fetch(new Request(input, init)),
    endpointAdapter,
  });
  const endpoint = client.endpoint(async (_request: Request) => {
    await step.run("work", () => 1);
    await step.sleep("rest", "1s");
    return new Response("done");
  });
  const request = new Request("http://app.test/endpoint", { headers: { host: "app.test" } });
  const answer = await endpoint(request);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toContain(
    "local-engine does not have durable endpoints. Do the work in a function",
  );
});

it("fails a step that wants a sandbox at once, with what to do in its place", async () => {
  const engine = createTestEngine({
    apps: [
      (options: TestClientOptions) => {
        const inngest = new Inngest({
          id: "app",
          logger: quiet,
          middleware: [sandboxMiddleware()],
          ...options,
        });
        const build = inngest.createFunction(
          { id: "build", triggers: [{ event: "go" }] },
          async ({ step: tools }) => {
            await tools.sandbox.create("box", { name: "box", vcpu: 1, memoryMb: 1_024 });
          },
        );
        return { client: inngest, functions: [build] };
      },
    ],
  });
  await engine.send({ name: "go" });
  expect(engine.run("build")).toMatchObject({ status: "Failed", steps: [{ id: "box", attempts: 1 }] });
  expect(engine.run("build")).toHaveFailed(
    "local-engine does not have sandboxes. Run this function on Inngest Cloud",
  );
});

it.each(
  Object.values(unsupportedFeatures).flatMap(({ feature, paths }) =>
    paths.map((path) => ({ feature, path })),
  ),
)("names $feature at $path", async ({ feature, path }) => {
  const address = path.replace(":runId", "01J").replace("*", "01J");
  for (const method of ["GET", "POST"]) {
    const answer = await createUnsupportedApi().request(address, { method });
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain(`local-engine does not have ${feature}`);
  }
});
