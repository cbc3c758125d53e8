import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { expect, it, onTestFinished } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { type DevServer, startDevServer } from "../dev-server.ts";
import { eventually } from "../testing/eventually.ts";

async function start(signingKey?: string): Promise<DevServer> {
  const server = await startDevServer({
    port: 0,
    pollInterval: false,
    ...(signingKey === undefined ? {} : { signingKey, eventKeys: ["key"] }),
  });
  onTestFinished(() => server.close());
  return server;
}

async function post(url: string, body: string) {
  const response = await fetch(url, { method: "POST", body });
  return { status: response.status, body: await response.json() };
}

it.each([
  ['{ "name": "go", "ts": 1 }', "before 1 January 1980; send milliseconds since 1970"],
  ['{ "name": "go", "ts": 5000000000000 }', "after 1 January 2100"],
  ['{ "name": "go", "ts": 1793491200000.5 }', "ts"],
  ['{ "name": "Inngest/function.failed" }', 'names that begin with "inngest/" are reserved'],
  ['{ "name": "INNGEST/x" }', 'names that begin with "inngest/" are reserved'],
  ['{ "name": "" }', "no name"],
  ['{ "name": "go", "data": [] }', "data"],
  ['{ "name": "go", "id": 5 }', "id"],
  ['{ "name": "go", "user": "x" }', "user"],
  ['{ "name": "go", "user": [] }', "user"],
  ['{ "name": "go", "meta": "x" }', '"meta" is not an object'],
  ['{ "name": "go", "meta": { "sessions": ["x"] } }', '"meta.sessions" is not an object'],
  ['{ "name": "go", "meta": { "sessions": { "org": true } } }', '"meta.sessions" has a session'],
  [`{ "name": "go", "data": { "a": ${"[".repeat(20_000)}${"]".repeat(20_000)} } }`, "levels deep"],
])("refuses %.60s, and the whole request with it", async (event, reason) => {
  const { url, engine } = await start();
  for (const body of [event, `[{ "name": "fine" }, ${event}]`]) {
    expect(await post(`${url}/e/key`, body)).toEqual({
      status: 400,
      body: { status: 400, error: expect.stringContaining(reason) },
    });
  }
  expect(engine.events()).toEqual([]);
});

it("takes no event in an empty list, any key or none, and null for what is left out", async () => {
  const { url, engine } = await start();
  expect(await post(`${url}/e/key`, "[]")).toEqual({ status: 200, body: { ids: [], status: 200 } });
  const nothing = '{ "name": "go", "data": null, "id": "", "ts": 0, "v": "", "user": null, "meta": null }';
  for (const path of ["/e/", "/e", "/e/key"]) {
    expect(await post(url + path, nothing)).toEqual({
      status: 200,
      body: { ids: [expect.any(String)], status: 200 },
    });
  }
  const [event] = engine.events();
  expect(JSON.parse(event?.json ?? "")).toEqual({
    name: "go",
    id: event?.id,
    ts: event?.receivedAt,
    data: {},
    user: {},
  });
});

it("leaves out what only an engine may say", async () => {
  const { url, engine } = await start();
  await post(
    `${url}/e/key`,
    '{ "name": "go", "data": { "a": 1, "_inngest": { "correlation_id": "run.step" } } }',
  );
  expect(JSON.parse(engine.events()[0]?.json ?? "")).toMatchObject({ data: { a: 1 } });
  expect(engine.events()[0]?.json).not.toContain("_inngest");
});

it("signs calls whose event and step hold half a character", async () => {
  const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";
  const server = await start(signingKey);
  const client = new Inngest({
    id: "app",
    baseUrl: server.url,
    isDev: false,
    signingKey,
    eventKey: "key",
    logger: { info() {}, warn() {}, error() {}, debug() {} },
  });
  const halves = client.createFunction(
    { id: "halves", triggers: [{ event: "go" }], checkpointing: false, retries: 0 },
    async ({ event, step }) => {
      const half = await step.run("half", () => "half \ud83d");
      return [event.data, half];
    },
  );
  const app = createServer(serve({ client, functions: [halves] }));
  const appUrl = await listenOnFreePort(app);
  onTestFinished(() => {
    app.closeAllConnections();
    app.close();
  });
  expect((await fetch(appUrl, { method: "PUT" })).status).toBe(200);
  await post(`${server.url}/e/key`, '{ "name": "go", "id": "\\udc00", "data": { "\\udc00": "\\ud83d" } }');
  await eventually(() => expect(server.engine.runs()[0]?.status).toMatch(/Completed|Failed/));
  expect(server.engine.runs()).toMatchObject([
    { status: "Completed", output: JSON.stringify([{ "\ufffd": "\ufffd" }, "half \ufffd"]) },
  ]);
});
