import { createServer, type RequestListener, type Server } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterEach, describe, expect, it } from "vitest";
import { listenOnFreePort } from "./conformance/listen.ts";
import { type DevServer, type DevServerOptions, startDevServer } from "./dev-server.ts";
import { eventually } from "./testing/eventually.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(options: DevServerOptions = {}): Promise<DevServer> {
  const server = await startDevServer({ port: 0, pollInterval: false, ...options });
  cleanups.push(() => server.close());
  return server;
}

/** Serves anything at an address of its own. */
async function serveAt(listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener);
  const url = await listenOnFreePort(server);
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, server };
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers });

/** Guarantee: the answers read with it are JSON objects of text and lists of text. */
const readBody = async (response: Response) => (await response.json()) as { error: string; ids: string[] };

/** A registration as the SDK posts it, for an app that is not one. */
const registration = (url: string, settings: Record<string, unknown> = {}, retries = 0) => ({
  url,
  appName: "fake",
  sdk: "js:v4",
  functions: [
    {
      id: "fake-work",
      name: "work",
      triggers: [{ event: "go" }],
      steps: {
        step: {
          id: "step",
          name: "step",
          runtime: { type: "http", url: `${url}?fnId=fake-work&stepId=step` },
          retries: { attempts: retries },
        },
      },
      ...settings,
    },
  ],
});

const runStatus = ({ engine }: DevServer) => engine.runs()[0]?.status;

describe("bad input", () => {
  it.each(["/e/key", "/fn/register", "/v1/checkpoint/run/async", "/v1/cancellations"])(
    "answers 400 to broken JSON on %s and stays up",
    async (path) => {
      const { url } = await start();
      const response = await post(url + path, '{"name":');
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: "the body is not valid JSON.", status: 400 });
      expect((await fetch(`${url}/health`)).status).toBe(200);
    },
  );

  it.each([
    [{ data: {} }, /name/],
    [{ name: "" }, /name/],
    [{ name: "go", data: "text" }, /data/],
    [{ name: "inngest/function.finished" }, /reserved/],
    [{ name: "x".repeat(257) }, /name/],
    [[{ name: "go" }, { name: 3 }], /name/],
  ])("refuses the event %j, saying what is wrong", async (event, reason) => {
    const { url, engine } = await start();
    const response = await post(`${url}/e/key`, event);
    expect(response.status).toBe(400);
    expect((await readBody(response)).error).toMatch(reason);
    expect(engine.events()).toEqual([]);
  });

  it("refuses requests over the size limit and too many events", async () => {
    const { url } = await start();
    const large = await post(`${url}/e/key`, { name: "go", data: { text: "x".repeat(3 * 1024 * 1024) } });
    expect([large.status, (await readBody(large)).error]).toEqual([
      413,
      expect.stringContaining("over the limit"),
    ]);
    const many = await post(
      `${url}/e/key`,
      Array.from({ length: 5_001 }, () => ({ name: "go" })),
    );
    expect(many.status).toBe(413);
  });

  it("answers unknown paths with 404", async () => {
    const { url } = await start();
    const response = await fetch(`${url}/nowhere`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: "nothing answers GET /nowhere.", status: 404 },
    ]);
  });

  it.each([
    [{ triggers: [{ event: "a" }, { event: "a" }] }, /duplicate trigger/],
    [{ triggers: [{ cron: "99 * * * *" }] }, /cron trigger/],
    [{ triggers: [{ cron: "0 9 * * 7" }] }, /"7" cannot be the day of week: it takes 0 to 6/],
    [{ triggers: [{ cron: "TZ=+05:30 0 9 * * *" }] }, /"\+05:30" is not a time zone/],
    [{ triggers: [{ event: "a", expression: "event.data ==" }] }, /not a valid expression/],
    [{ batchEvents: { maxSize: 3, timeout: "5s" }, cancel: [{ event: "x" }] }, /batchEvents with cancelOn/],
    [{ concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] }, /concurrency/],
    [{ debounce: { period: "soon" } }, /not a duration/],
  ])("refuses to register %j", async (settings, reason) => {
    const { url, engine } = await start();
    const response = await post(`${url}/fn/register`, registration("http://127.0.0.1:1/api", settings));
    expect(response.status).toBe(400);
    expect((await readBody(response)).error).toMatch(reason);
    expect(engine.apps()).toEqual([]);
  });
});

describe("apps that misbehave", () => {
  async function runOn(listener: RequestListener, retries = 0) {
    const server = await start({ retryInterval: 1 });
    const { url } = await serveAt(listener);
    expect((await post(`${server.url}/fn/register`, registration(url, {}, retries))).status).toBe(200);
    await post(`${server.url}/e/key`, { name: "go" });
    await eventually(() => expect(runStatus(server)).toMatch(/Completed|Failed/));
    return server.engine.runs()[0];
  }

  const sdk = { "x-inngest-sdk": "js:v4", "content-type": "application/json" };

  it("an app that answers HTML", async () => {
    const run = await runOn((_request, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Hi</h1>"),
    );
    expect(run).toMatchObject({ status: "Failed", error: { name: "ProtocolError" } });
    expect(run?.error?.message).toContain("something else answers at that address");
  });

  it("an app that answers 404", async () => {
    const run = await runOn((_request, response) => response.writeHead(404).end("not found"));
    expect(run?.error?.message).toContain("answered 404 and the answer is not the SDK's");
  });

  it("an app whose operations are not operations", async () => {
    const run = await runOn((_request, response) => response.writeHead(206, sdk).end('[{"op":1}]'));
    expect(run?.error?.message).toContain("not a list of operations");
  });

  it("an app that answers with nothing to do", async () => {
    const run = await runOn((_request, response) => response.writeHead(206, sdk).end("[]"));
    expect(run?.error?.message).toContain("without anything new to do");
  });

  it("an app that dies in the middle of its answer, and is well the next time", async () => {
    let calls = 0;
    const run = await runOn((_request, response) => {
      if (calls++ > 0) return response.writeHead(200, sdk).end('"done"');
      response.writeHead(200, { ...sdk, "content-length": "100" });
      response.write('"do');
      setImmediate(() => response.destroy());
    }, 1);
    expect(run).toMatchObject({
      status: "Completed",
      output: '"done"',
      attempts: [{ error: { name: "ConnectionError" } }],
    });
  });

  it("an app that streams its answer", async () => {
    const run = await runOn((_request, response) => {
      response.writeHead(201, sdk);
      response.write("  ");
      response.end(JSON.stringify({ status: 200, headers: sdk, body: '{"streamed":true}' }));
    });
    expect(run).toMatchObject({ status: "Completed", output: '{"streamed":true}' });
  });

  it("an app that is not there yet: its runs start when it registers, with the attempts that are left", async () => {
    const server = await start();
    const { url, server: app } = await serveAt((_request, response) => response.writeHead(200, sdk).end("1"));
    await new Promise((resolve) => app.close(resolve));
    await post(`${server.url}/fn/register`, registration(url, {}, 3));
    await post(`${server.url}/e/key`, { name: "go" });
    await eventually(() => expect(runStatus(server)).toBe("Running"));
    await new Promise<void>((resolve) => app.listen(Number(new URL(url).port), "127.0.0.1", resolve));
    await eventually(async () => {
      await post(`${server.url}/fn/register`, registration(url, {}, 3));
      expect(server.engine.runs()[0]).toMatchObject({ status: "Completed", attempts: [{}] });
    });
  });
});

describe("with the SDK", () => {
  async function startApp(server: DevServer, options: { signingKey?: string; streaming?: boolean } = {}) {
    const { signingKey } = options;
    const mode = signingKey ? { isDev: false, signingKey, eventKey: "key" } : { isDev: true };
    const client = new Inngest({ id: "app", baseUrl: server.url, logger: quiet, ...mode });
    const double = client.createFunction(
      { id: "double", triggers: [{ event: "go" }] },
      async ({ event, step }) => step.run("double", () => event.data.n * 2),
    );
    const app = await serveAt(serve({ client, functions: [double] }));
    return { ...app, client };
  }

  it("syncs from either side, and forgets functions that are gone", async () => {
    const server = await start();
    const { url } = await startApp(server);
    const answer = await (await fetch(url, { method: "PUT" })).json();
    expect(answer).toMatchObject({ modified: true });
    expect(await (await fetch(url, { method: "PUT" })).json()).toMatchObject({ modified: false });
    expect(server.engine.functions().map(({ id }) => id)).toEqual(["app-double"]);
    await post(`${server.url}/fn/register`, { ...registration(url), appName: "app", functions: [] });
    expect(server.engine.functions()).toEqual([]);
  });

  it("signs calls and asks for the key", async () => {
    const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";
    const server = await start({ signingKey, eventKeys: ["key"] });
    const { url, client } = await startApp(server, { signingKey });
    expect((await fetch(url, { method: "PUT" })).status).toBe(200);
    await client.send({ name: "go", data: { n: 21 } });
    await eventually(() =>
      expect(server.engine.runs()[0]).toMatchObject({ status: "Completed", output: "42" }),
    );
    expect((await fetch(`${server.url}/v1/events`)).status).toBe(401);
  });

  it("fails runs of an app whose key is another", async () => {
    const server = await start({ retryInterval: 1 });
    const { url, client } = await startApp(server, { signingKey: "signkey-test-00" });
    await fetch(url, { method: "PUT" });
    await client.send({ name: "go", data: { n: 1 } });
    await eventually(() => expect(runStatus(server)).toBe("Failed"));
  });

  it("gives a repeated request the same ids and starts nothing twice", async () => {
    const server = await start();
    const { url } = await startApp(server);
    await fetch(url, { method: "PUT" });
    const seed = {
      "x-inngest-event-id-seed": `${Date.now()},${Buffer.from("0123456789").toString("base64")}`,
    };
    const events = [
      { name: "go", data: { n: 1 } },
      { name: "go", data: { n: 2 } },
    ];
    const first = await readBody(await post(`${server.url}/e/key`, events, seed));
    const second = await readBody(await post(`${server.url}/e/key`, events, seed));
    expect(second).toEqual(first);
    expect(new Set(first.ids).size).toBe(2);
    await eventually(() => expect(server.engine.runs({ status: "Completed" })).toHaveLength(2));
  });
});
