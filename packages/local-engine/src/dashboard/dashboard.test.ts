import { createServer, type Server } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listenOnFreePort } from "../conformance/listen.ts";
import { type DevServer, startDevServer } from "../dev-server.ts";
import type { EventSummary, Page, Prefill, RunDetail, RunSummary } from "./api-types.ts";

const quietLogger = { info() {}, warn() {}, error() {}, debug() {} };
const large = "x".repeat(50_000);

let server: DevServer;
let app: Server;
let appUrl: string;

beforeEach(async () => {
  server = await startDevServer({ port: 0, examples: { "cart.left": [{ cartId: "example" }] } });
  const client = new Inngest({ id: "shop", isDev: true, baseUrl: server.url, logger: quietLogger });
  const remind = client.createFunction(
    { id: "remind", name: "Remind", triggers: [{ event: "cart.left" }] },
    async ({ event, step }) => {
      const note = await step.run("note", (data: { cartId: string }) => ({ ...data, large }), {
        cartId: String(event.data.cartId),
      });
      await step.sleep("a-week", "7d");
      return note.cartId;
    },
  );
  app = createServer(serve({ client, functions: [remind] }));
  appUrl = await listenOnFreePort(app);
  expect((await post("/apps/sync", { url: appUrl })).status).toBe(200);
});
afterEach(async () => {
  await server.close();
  app.closeAllConnections();
  app.close();
});

const get = (path: string) => fetch(`${server.url}/dashboard/api${path}`);
/** Guarantee: the route at the path answers this type. */
const read = async <Result = unknown>(path: string) => (await (await get(path)).json()) as Result;
const post = (path: string, body: unknown = {}) =>
  fetch(`${server.url}/dashboard/api${path}`, { method: "POST", body: JSON.stringify(body) });
/** The id that an action answers with. */
const idFrom = async (path: string, body: unknown = {}) => {
  const answer = (await (await post(path, body)).json()) as { runId?: string; eventId?: string };
  return answer.runId ?? answer.eventId ?? "";
};

/** Sends `cart.left`, and waits until the run it starts is asleep. */
async function startSleepingRun(
  cartId: string,
): Promise<{ runId: string; eventId: string; sleepId: string }> {
  const [eventId = ""] = await server.engine.send([{ name: "cart.left", data: { cartId } }]);
  const [run] = server.engine.runsOfEvent(eventId);
  const runId = run?.id ?? "";
  const sleeping = () => server.engine.run(runId)?.steps.find(({ status }) => status === "sleeping");
  await expect.poll(sleeping).toBeDefined();
  return { runId, eventId, sleepId: sleeping()?.id ?? "" };
}

describe("reading", () => {
  it("pages and searches events, with the runs they started", async () => {
    const { runId } = await startSleepingRun("cart_1");
    await server.engine.send(Array.from({ length: 150 }, (_, index) => ({ name: "other", data: { index } })));
    const first = await read<Page<EventSummary>>("/events");
    expect(first).toMatchObject({ next: first.rows.at(-1)?.id, rows: { length: 100 } });
    const rest = await read<Page<EventSummary>>(`/events?before=${first.next}`);
    expect([rest.rows.length, rest.next]).toEqual([51, undefined]);
    expect((await read<Page<EventSummary>>("/events?search=cart_1")).rows).toEqual([
      expect.objectContaining({
        name: "cart.left",
        runs: [{ id: runId, status: "Running", functionName: "Remind" }],
      }),
    ]);
  });

  it("finds runs by their event's data and by status", async () => {
    const { runId } = await startSleepingRun("cart_needle");
    await startSleepingRun("cart_2");
    expect((await read<Page<RunSummary>>("/runs?search=needle")).rows).toEqual([
      expect.objectContaining({ id: runId, eventName: "cart.left" }),
    ]);
    expect((await read<Page<RunSummary>>(`/runs?search=${runId}`)).rows).toHaveLength(1);
    expect((await read<Page<RunSummary>>("/runs?status=Failed")).rows).toEqual([]);
    expect((await read<RunSummary[]>(`/runs-by-id?ids=${runId},nothing`)).map(({ id }) => id)).toEqual([
      runId,
    ]);
    expect((await get("/runs?status=Sad")).status).toBe(400);
  });

  it("cuts a large output and gives the whole when asked", async () => {
    const { runId } = await startSleepingRun("cart_1");
    const run = await read<RunDetail>(`/runs/${runId}`);
    const [note] = run.steps;
    expect(note?.input).toEqual({ text: '[{"cartId":"cart_1"}]', bytes: 21, complete: true });
    expect(note?.output?.complete).toBe(false);
    expect(note?.output?.text).toHaveLength(32_000);
    expect(await read(`/runs/${runId}/steps/${note?.id}/output`)).toEqual({ cartId: "cart_1", large });
    expect((await get(`/runs/${runId}/steps/${note?.id}/secrets`)).status).toBe(404);
    expect((await get(`/runs/${runId}/output`)).status).toBe(404);
  });

  it("offers names to send, from triggers, examples and what was sent", async () => {
    await server.engine.send([{ name: "other", data: { a: 1 }, id: "once" }]);
    expect(await read("/event-names")).toEqual([
      { name: "cart.left", functions: 1, examples: 1 },
      { name: "other", functions: 0, examples: 0, lastSentAt: expect.any(Number) },
    ]);
    expect(JSON.parse((await read<Prefill>("/prefill?name=other")).last ?? "")).toEqual({
      name: "other",
      data: { a: 1 },
    });
    expect((await read<Prefill>("/prefill?name=cart.left")).examples.map((text) => JSON.parse(text))).toEqual(
      [{ name: "cart.left", data: { cartId: "example" } }],
    );
  });

  it("shows apps with their functions, and what is wrong with the addresses that do not answer", async () => {
    const refused = await post("/apps/sync", { url: `${server.url}/nowhere` });
    expect(refused.status).toBe(502);
    expect(await read("/apps")).toEqual([
      expect.objectContaining({ id: "shop", functions: [expect.objectContaining({ id: "shop-remind" })] }),
      {
        url: `${server.url}/nowhere`,
        error: expect.stringContaining("not as an Inngest app"),
        functions: [],
      },
    ]);
  });

  it.each(["/events/none", "/events/none/body", "/runs/none"])("answers 404 for %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("acting", () => {
  it("skips a sleep, and refuses to skip it again", async () => {
    const { runId, sleepId } = await startSleepingRun("cart_1");
    expect((await post(`/runs/${runId}/steps/${sleepId}/skip`)).status).toBe(200);
    await expect.poll(() => server.engine.run(runId)?.run.output).toBe('"cart_1"');
    const again = await post(`/runs/${runId}/steps/${sleepId}/skip`);
    expect([again.status, await again.json()]).toEqual([
      409,
      expect.objectContaining({ error: expect.any(String) }),
    ]);
  });

  it("cancels, reruns and reruns from a step with other input", async () => {
    const { runId } = await startSleepingRun("cart_1");
    expect((await post(`/runs/${runId}/cancel`)).status).toBe(200);
    expect((await post(`/runs/${runId}/cancel`)).status).toBe(409);
    const rerunId = await idFrom(`/runs/${runId}/rerun`);
    expect(await read(`/runs/${rerunId}`)).toMatchObject({ rerunOf: runId, eventName: "cart.left" });
    const stepId = (await read<RunDetail>(`/runs/${runId}`)).steps[0]?.id;
    const editedId = await idFrom(`/runs/${runId}/rerun-from`, { stepId, input: [{ cartId: "edited" }] });
    const output = () => server.engine.run(editedId)?.steps.find(({ id }) => id === stepId)?.memo;
    await expect.poll(output).toContain('"cartId":"edited"');
    expect((await post(`/runs/${runId}/rerun-from`, { stepId, input: "text" })).status).toBe(400);
    expect((await post("/runs/none/rerun")).status).toBe(404);
  });

  it("replays an event and invokes a function", async () => {
    const { eventId } = await startSleepingRun("cart_1");
    const replayedId = await idFrom(`/events/${eventId}/replay`);
    expect(server.engine.runsOfEvent(replayedId)).toHaveLength(1);
    const runId = await idFrom("/functions/shop-remind/invoke", { data: { cartId: "by hand" } });
    expect(await read(`/runs/${runId}`)).toMatchObject({ functionId: "shop-remind" });
    expect((await post("/functions/none/invoke", { data: {} })).status).toBe(404);
    expect((await post("/functions/shop-remind/invoke", { data: [] })).status).toBe(400);
  });

  it("does nothing for a page of another origin", async () => {
    const { runId } = await startSleepingRun("cart_1");
    const headers = { origin: "https://evil.example" };
    const refused = await fetch(`${server.url}/dashboard/api/runs/${runId}/cancel`, {
      method: "POST",
      headers,
    });
    expect(refused.status).toBe(403);
    expect(server.engine.run(runId)?.run.status).toBe("Running");
  });
});

describe("the page", () => {
  it("forbids everything but its own files, which never change under one address", async () => {
    const page = await fetch(`${server.url}/runs/01ABC`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    const addresses = [...(await page.text()).matchAll(/(?:href|src)="(\/dashboard\/[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(addresses).toHaveLength(4);
    for (const address of addresses) {
      const file = await fetch(server.url + address);
      expect(file.status, address).toBe(200);
      expect(file.headers.get("cache-control")).toContain("immutable");
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(0);
    }
    expect((await fetch(`${server.url}/dashboard/..%2fpackage.json`)).status).toBe(404);
  });

  it("streams what changed", async () => {
    const stop = new AbortController();
    const stream = await fetch(`${server.url}/dashboard/api/changes`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const readUntil = async (part: string) => {
      while (!text.includes(part)) text += (await reader?.read())?.value ?? "";
    };
    await readUntil("event: hello");
    const [eventId = ""] = await server.engine.send([{ name: "cart.left", data: { cartId: "cart_1" } }]);
    await readUntil('"events":true');
    const [run] = server.engine.runsOfEvent(eventId);
    await readUntil(run?.id ?? "no run");
    stop.abort();
  });
});
