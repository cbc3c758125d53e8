import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { startDevServer } from "@org/local-engine";
import { workflowClient } from "@org/workflows/client";
import { expect, it, onTestFinished } from "vitest";
import { createApp, servePaths } from "./app.ts";
import { syncApps } from "./sync.ts";

const [oldKey, newKey] = ["a1".repeat(16), "b2".repeat(16)];
const health = { check: async () => ({ status: "ok", database: "ok" }) as const, close: async () => {} };

const readiness = { check: async () => ({ status: "ready", dependencies: {} }) as const };

/** A worker with these keys before an engine with another one: what registering said, and how its run ended. */
async function play(engineKey: string, keys: { signingKey: string; signingKeyFallback?: string }) {
  const engine = await startDevServer({
    ...{ port: 0, pollInterval: false, signingKey: engineKey, eventKeys: ["event-key"] },
  });
  const baseUrl = engine.url;
  const appOf = (id: string) => {
    const client = workflowClient(id, { ...keys, baseUrl, eventKey: "event-key", isDev: false });
    const greet = client.createFunction(
      { id: "greet", triggers: { event: `${id}/greet` } },
      async () => "hello",
    );
    return { client, functions: [greet] };
  };
  const first = appOf("first");
  const apps = {
    "/api/inngest/mohallamart": first,
    "/api/inngest/ten-ocean": appOf("second"),
    "/api/inngest/operations": appOf("third"),
  };
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = createServer(getRequestListener((request) => answer(request)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await engine.close();
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  answer = createApp({ health, readiness }, apps, {
    serveOrigin: origin,
    signed: true,
    log: { error() {} },
  }).fetch;
  const synced = await syncApps({ origin, signingKey: keys.signingKey });
  const registered = synced.filter(({ problem }) => problem === undefined).length;
  if (registered === 0) return { registered, run: undefined };
  await first.client.send({ name: "first/greet" });
  await expect.poll(() => engine.engine.runs()[0]?.status).toBe("Completed");
  return { registered, run: engine.engine.runs()[0]?.status };
}

const worked = { registered: servePaths.length, run: "Completed" };

it("works on while the signing key changes: before the engine has the new key, and afterwards", async () => {
  const rotating = { signingKey: newKey, signingKeyFallback: oldKey };
  expect(await play(oldKey, rotating)).toEqual(worked);
  expect(await play(newKey, rotating)).toEqual(worked);
});

it("registers nothing at an engine that has neither key", async () => {
  expect(await play(oldKey, { signingKey: newKey })).toEqual({ registered: 0, run: undefined });
});
