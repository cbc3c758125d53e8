import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { type DevServer, startDevServer } from "../dev-server.ts";
import { eventually } from "../testing/eventually.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
let server: DevServer;
let ids: string[];
const app = createServer();

async function get(path: string, method = "GET", body?: unknown) {
  const response = await fetch(server.url + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

beforeAll(async () => {
  server = await startDevServer({ port: 0, pollInterval: false });
  const client = new Inngest({ id: "shop", baseUrl: server.url, isDev: true, logger: quiet });
  const quick = client.createFunction({ id: "quick", triggers: [{ event: "quick" }] }, async ({ step }) =>
    step.run("one", () => 1),
  );
  const slow = client.createFunction({ id: "slow", triggers: [{ event: "slow" }] }, async ({ step }) =>
    step.sleep("nap", "1d"),
  );
  const limit = { limit: 1, period: "1h" } as const;
  const once = client.createFunction(
    { id: "once", triggers: [{ event: "once" }], rateLimit: limit },
    async () => {},
  );
  const asking = client.createFunction({ id: "asking", triggers: [{ event: "asking" }] }, async ({ step }) =>
    step.invoke("ask", { function: quick, data: {} }),
  );
  app.on("request", serve({ client, functions: [quick, slow, once, asking] }));
  await fetch(await listenOnFreePort(app), { method: "PUT" });
  ({ ids } = await client.send([
    { name: "quick", data: { n: 1 } },
    { name: "slow", data: { n: 2 } },
    { name: "slow", data: { n: 3 } },
  ]));
  await eventually(() => expect(server.engine.runs({ status: "Completed" })).toHaveLength(1));
});

afterAll(async () => {
  app.closeAllConnections();
  app.close();
  await server.close();
});

it("lists events newest first, by name and in pages", async () => {
  const all = await get("/v1/events?limit=100");
  expect(all.body.metadata).toEqual({ fetched_at: expect.any(String), cached_until: null });
  expect(all.body.data.map((event: { name: string }) => event.name)).toContain("inngest/function.finished");
  const slow = await get("/v1/events?name=slow&limit=1");
  expect(slow.body.data).toMatchObject([{ internal_id: ids[2], name: "slow", data: { n: 3 } }]);
  const next = await get(`/v1/events?name=slow&limit=1&cursor=${ids[2]}`);
  expect(next.body.data).toMatchObject([{ internal_id: ids[1], data: { n: 2 } }]);
  expect((await get("/v1/events?limit=0")).status).toBe(400);
});

it("shows an event, its runs and a run with its steps", async () => {
  expect((await get(`/v1/events/${ids[0]}`)).body.data).toMatchObject({
    internal_id: ids[0],
    name: "quick",
    data: { n: 1 },
  });
  const { body } = await get(`/v1/events/${ids[0]}/runs`);
  expect(body.data).toMatchObject([
    { function_id: "shop-quick", status: "Completed", output: 1, event_id: ids[0] },
  ]);
  const run = await get(`/v1/runs/${body.data[0].run_id}`);
  expect(run.body.data).toMatchObject({
    status: "Completed",
    steps: [{ name: "one", status: "completed", result: { data: 1 } }],
  });
});

it("names the run that a step invoked", async () => {
  const sent = await get("/e/test", "POST", { name: "asking", data: {} });
  const [id] = sent.body.ids;
  const asking = await eventually(async () => {
    const [run] = (await get(`/v1/events/${id}/runs`)).body.data;
    expect(run).toMatchObject({ status: "Completed" });
    return (await get(`/v1/runs/${run.run_id}`)).body.data;
  });
  const [step] = asking.steps;
  const invoked = await get(`/v1/runs/${step.invoked_run_id}`);
  expect(invoked.body.data).toMatchObject({ function_id: "shop-quick", status: "Completed" });
});

it("answers 404 for what is not there", async () => {
  for (const path of [
    "/v1/events/none",
    "/v1/events/none/runs",
    "/v1/runs/none",
    "/v1/apps/none/functions",
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  }
  expect((await get("/v1/runs/none", "DELETE")).status).toBe(404);
});

it("cancels a run once, and many by what they have in common", async () => {
  const run = (await get(`/v1/events/${ids[1]}/runs`)).body.data[0];
  expect((await get(`/v1/runs/${run.run_id}`, "DELETE")).status).toBe(204);
  expect((await get(`/v1/runs/${run.run_id}`, "DELETE")).status).toBe(409);
  const started_before = new Date(Date.now() + 1_000).toISOString();
  const bad = await get("/v1/cancellations", "POST", {
    app_id: "shop",
    function_id: "slow",
    started_before,
    if: "event.data ==",
  });
  expect([bad.status, bad.body.error]).toEqual([400, expect.stringContaining("not a valid expression")]);
  const bulk = await get("/v1/cancellations", "POST", {
    app_id: "shop",
    function_id: "slow",
    started_before,
    if: "event.data.n == 3",
  });
  expect([bulk.status, bulk.body.data.cancelled]).toEqual([201, 1]);
  expect(server.engine.runs({ status: "Cancelled" })).toHaveLength(2);
});

it("lists an app's functions, and tells that it is a dev server", async () => {
  expect((await get("/v1/apps/shop/functions")).body.map(({ id }: { id: string }) => id)).toEqual([
    "shop-quick",
    "shop-slow",
    "shop-once",
    "shop-asking",
  ]);
  expect((await get("/dev")).body).toMatchObject({
    functions: [
      { id: "shop-quick", slug: "shop-quick", steps: { step: { id: "step", retries: { attempts: 4 } } } },
      { id: "shop-slow", slug: "shop-slow", steps: { step: { id: "step" } } },
      { id: "shop-once" },
      { id: "shop-asking" },
    ],
    handlers: [{ sdk: { app: "shop" } }],
  });
});

it("invokes a function by its id, past nothing but its trigger", async () => {
  const invoke = (slug: string, body: unknown) => get(`/invoke/${slug}`, "POST", body);
  const { status, body } = await invoke("shop-once", { data: { n: 4, _inngest: { forged: true } } });
  expect([status, body]).toEqual([200, { id: expect.any(String), status: 200 }]);
  expect((await get(`/v1/events/${body.id}`)).body.data).toMatchObject({
    name: "inngest/function.invoked",
    data: { n: 4 },
  });
  await invoke("shop-once", {});
  await eventually(() => expect(server.engine.runs({ functionId: "shop-once" })).toHaveLength(1));
  expect(server.engine.event(body.id)?.json).not.toContain("forged");
  expect((await invoke("shop-none", {})).status).toBe(404);
  expect((await invoke("shop-once", { data: 3 })).status).toBe(400);
});
