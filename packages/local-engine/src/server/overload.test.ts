import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { expect, it, onTestFinished } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { StorageError } from "../core/storage-error.ts";
import { type DevServerOptions, startDevServer } from "../dev-server.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import { eventually } from "../testing/eventually.ts";

async function start(options: DevServerOptions = {}) {
  const server = await startDevServer({ port: 0, pollInterval: false, ...options });
  onTestFinished(() => server.close());
  const post = (body: string) => fetch(`${server.url}/e/key`, { method: "POST", body });
  const health = async () => {
    const answer = await fetch(`${server.url}/health`);
    return { status: answer.status, body: await answer.json() };
  };
  return { server, post, health };
}

/** An app whose function waits until it is let go. */
async function startWaitingApp(baseUrl: string) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const quiet = { info() {}, warn() {}, error() {}, debug() {} };
  const client = new Inngest({ id: "app", isDev: true, baseUrl, logger: quiet });
  const wait = client.createFunction({ id: "wait", triggers: [{ event: "go" }] }, () => gate);
  const app = createServer(serve({ client, functions: [wait] }));
  onTestFinished(() => {
    app.closeAllConnections();
    app.close();
  });
  return { url: await listenOnFreePort(app), letGo };
}

it("answers 503 with the time to come again when more runs wait than it keeps, and takes the events then", async () => {
  const { server, post, health } = await start({ maxRunsInProgress: 2 });
  const app = await startWaitingApp(server.url);
  await fetch(new URL("/api/inngest", app.url), { method: "PUT" });
  await eventually(() => expect(server.engine.functions()).toHaveLength(1));
  expect((await post('[{ "name": "go" }, { "name": "go" }]')).status).toBe(200);

  const refused = await post('{ "name": "go" }');
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await refused.json()).toMatchObject({ error: expect.stringContaining("2 runs have not ended") });
  expect(await health()).toMatchObject({
    status: 200,
    body: { message: "OK", runsInProgress: 2, refusing: expect.stringContaining("2 runs have not ended") },
  });

  app.letGo();
  await eventually(async () => expect((await post('{ "name": "go" }')).status).toBe(200));
  await eventually(async () =>
    expect(await health()).toMatchObject({ body: { message: "OK", runsInProgress: 0 } }),
  );
});

it("lets the client of an app send again by itself what was refused", async () => {
  const { server } = await start({ maxRunsInProgress: 1 });
  const app = await startWaitingApp(server.url);
  await fetch(new URL("/api/inngest", app.url), { method: "PUT" });
  await eventually(() => expect(server.engine.functions()).toHaveLength(1));
  const client = new Inngest({ id: "sender", isDev: true, baseUrl: server.url });
  await client.send({ name: "go", data: {} });
  const sent = client.send({ name: "go", data: {} });
  app.letGo();
  expect((await sent).ids).toHaveLength(1);
});

it("says in /health in plain words that the disk is full, and that it has room again", async () => {
  const store = createMemoryStore();
  let full = false;
  const { post, health } = await start({
    store: {
      ...store,
      commit(changes) {
        if (full) throw new StorageError("/state/engine.db cannot grow: the disk is full. Free some space.");
        store.commit(changes);
      },
    },
  });
  expect(await health()).toMatchObject({ status: 200, body: { message: "OK" } });
  full = true;
  expect((await post('{ "name": "go" }')).status).toBe(503);
  expect(await health()).toMatchObject({
    status: 503,
    body: { status: 503, message: expect.stringContaining("the disk is full. Free some space") },
  });
  full = false;
  await eventually(async () =>
    expect(await health()).toMatchObject({ status: 200, body: { message: "OK" } }),
  );
});
