import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Inngest } from "inngest";
import { expect, it, onTestFinished } from "vitest";
import { createApp, type ServedApps } from "../app.ts";
import { examine } from "./check.ts";
import { workerChecks } from "./worker-checks.ts";

const [ourKey, otherKey] = ["a1".repeat(16), "b2".repeat(16)];

const ignore = () => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The three apps, each with so many functions. */
function appsOf(count: number, signingKey = ourKey): ServedApps {
  const app = (id: string) => {
    const client = new Inngest({ id, isDev: false, signingKey, eventKey: "event-key", logger: silent });
    const functions = Array.from({ length: count }, (_, number) =>
      client.createFunction({ id: `work-${number}`, triggers: [{ event: "test" }] }, () => undefined),
    );
    return { client, functions };
  };
  return {
    "/api/inngest/mohallamart": app("mohallamart"),
    "/api/inngest/ten-ocean": app("ten-ocean"),
    "/api/inngest/operations": app("operations"),
  };
}

/** @returns where somebody answers so */
async function listen(answer: (request: Request) => Response | Promise<Response>): Promise<string> {
  const server = createServer(getRequestListener(answer));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

/** A worker as it stands before its engine in production. */
function worker(apps: ServedApps): Promise<string> {
  const health = { check: async () => ({ status: "ok", database: "ok" }) as const, close: async () => {} };
  const readiness = { check: async () => ({ status: "ready", dependencies: {} }) as const };
  const options = { serveOrigin: undefined, signed: true, log: { error() {} } };
  return listen(createApp({ health, readiness }, apps, options).fetch);
}

const look = (serveOrigin: string | undefined) =>
  examine(workerChecks({ apps: appsOf(2), serveOrigin, signingKey: ourKey }));

it("finds every app of this release where the engine calls it", async () => {
  const origin = await worker(appsOf(2));
  expect(await look(origin)).toEqual(
    ["mohallamart", "ten-ocean", "operations"].map((app) => ({
      ...{ check: `worker: ${app}`, verdict: "ok", says: `answers at ${origin}/api/inngest/${app}` },
    })),
  );
});

it.each([
  ["a worker with another key", () => worker(appsOf(2, otherKey)), "another INNGEST_SIGNING_KEY"],
  ["another release", () => worker(appsOf(3)), "serves 3 functions, this release has 2"],
  ["nobody", async () => "http://127.0.0.1:9", "the worker cannot be reached"],
  ["a page", () => listen(() => new Response("<h1>Welcome</h1>")), "answered by something else (200)"],
  ["a proxy", () => listen(() => new Response("Bad gateway", { status: 502 })), "something else (502)"],
  ["another app", () => listen(() => Response.json({ app_id: "x", function_count: 2 })), "something else"],
])("says so of %s there", async (_who, start, says) => {
  const origin = await start();
  for (const finding of await look(origin))
    expect(finding).toMatchObject({ verdict: "wrong", says: expect.stringContaining(says) });
});

it("asks nobody where a local engine calls the worker at the address that it told", async () => {
  expect(await look(undefined)).toEqual([]);
});
