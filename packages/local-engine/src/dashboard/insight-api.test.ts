import { Inngest } from "inngest";
import { describe, expect, it } from "vitest";
import { startVirtualStage } from "../testing/virtual-stage.ts";
import type {
  AppView,
  BulkPreview,
  BulkProgressView,
  Cascade,
  CascadeEvent,
  EventSummary,
  Metrics,
  Page,
  RunSummary,
} from "./api-types.ts";

const quiet = { info() {}, warn() {}, error() {}, debug() {} };
const start = "2026-11-01T00:00:00Z";

/** Orders that are charged, and either shipped, or refused and reported. */
function shop(options: object) {
  const client = new Inngest({ id: "shop", logger: quiet, ...options });
  const label = client.createFunction({ id: "label", triggers: [] }, async ({ step }) =>
    step.run("print", () => "printed"),
  );
  const place = client.createFunction(
    { id: "place", triggers: [{ event: "order.placed" }], retries: 0, concurrency: 1 },
    async ({ event, step }) => {
      if (event.data.refused) throw new Error("the card was declined");
      await step.invoke("ask-label", { function: label, data: {} });
      await step.sendEvent("tell", { name: "order.packed", data: { orderId: event.data.orderId } });
      await step.waitForEvent("collected", { event: "order.collected", timeout: "1d" });
      return { shipped: event.data.orderId };
    },
  );
  const ship = client.createFunction(
    {
      id: "ship",
      triggers: [{ event: "order.packed" }],
      retries: 0,
      onFailure: ({ step }) => step.run("report", () => "reported"),
    },
    async ({ event, step }) => {
      await step.sleep("drive", "10m");
      if (event.data.lost) throw new Error("the parcel is lost");
      return "there";
    },
  );
  return { client, functions: [label, place, ship] };
}

const open = () => startVirtualStage([shop], start);
const order = (orderId: string, rest: Record<string, unknown> = {}) => ({
  name: "order.placed",
  data: { orderId, ...rest },
});

/** A cascade as lines of names, each further in than what it follows from. */
function linesOf(events: CascadeEvent[], depth = 0): string[] {
  const line = (text: string, by: number) => `${"  ".repeat(by)}${text}`;
  return events.flatMap((event) => [
    line(`${event.name}${event.isRepeated ? " (again)" : ""}`, depth),
    ...event.runs.flatMap((run) => runLines(run, depth + 1)),
    ...linesOf(event.caused, depth + 1),
  ]);
}

function runLines(run: CascadeEvent["runs"][number], depth: number): string[] {
  const at = (by: number) => "  ".repeat(depth + by);
  return [
    `${at(0)}run ${run.functionName} ${run.status}`,
    ...run.steps.flatMap((step) => [
      `${at(1)}step ${step.name}${step.received ? ` got ${step.received.name}` : ""}`,
      ...(step.invoked ? runLines(step.invoked, depth + 2) : []),
      ...linesOf(step.sent, depth + 2),
    ]),
    ...linesOf(run.ended, depth + 1),
  ];
}

describe("finding", () => {
  it("filters events by the runs that they started, and runs by their event, output and error", async () => {
    const { timed, read } = await open();
    await timed.send([
      order("ord_1"),
      order("ord_2", { refused: true }),
      { name: "nothing.heard", data: {} },
    ]);
    await timed.advance("1h");
    await timed.send({ name: "order.collected", data: {} });
    const events = async (query: string) =>
      (await read<Page<EventSummary>>(`/events?${query}`)).rows.map(({ name }) => name);
    expect(await events("functionId=shop-ship")).toEqual(["order.packed"]);
    expect(await events("runStatus=Failed")).toEqual(["order.placed"]);
    expect(await events("functionId=shop-ship&runStatus=Failed")).toEqual([]);
    expect(await events("name=nothing.heard")).toHaveLength(1);
    const hour = Date.parse(start) + 1_000;
    expect(await events(`receivedAfter=${hour}`)).toEqual(["order.collected"]);
    expect(await events(`receivedBefore=${hour}&search=ORD_1`)).toEqual(["order.packed", "order.placed"]);
    const runs = async (query: string) =>
      (await read<Page<RunSummary>>(`/runs?${query}`)).rows.map(({ functionId }) => functionId);
    expect(await runs("eventName=order.packed")).toEqual(["shop-ship"]);
    expect(await runs("search=shipped")).toEqual(["shop-place"]);
    expect(await runs("search=card%20was%20declined&status=Failed")).toEqual(["shop-place"]);
    expect(await runs(`queuedAfter=${hour}`)).toEqual([]);
  });
});

describe("metrics", () => {
  it("counts runs, failures, durations, waits and the backlog of each function", async () => {
    const { timed, engine, read } = await open();
    const from = Date.parse(start);
    await timed.send([1, 2, 3].map((n) => order(`ord_${n}`)));
    await timed.send(order("ord_4", { refused: true }));
    await engine.pauseFunction("shop-label");
    await timed.advance("30m");
    const metrics = await read<Metrics>(`/metrics?from=${from}&to=${from + 3_600_000}`);
    expect(metrics.complete).toBe(true);
    const figures = Object.fromEntries(metrics.functions.map(({ functionId, total }) => [functionId, total]));
    expect(figures["shop-place"]).toMatchObject({ queued: 4, ended: 1, failed: 1, backlog: 0 });
    expect(figures["shop-ship"]).toMatchObject({
      queued: 3,
      ended: 3,
      failed: 0,
      duration: { p50: 600_000, p99: 600_000 },
      waiting: { p50: 0, p99: 0 },
    });
    const [ship] = (await read<Metrics>(`/metrics?from=${from}&to=${from + 3_600_000}&functionId=shop-ship`))
      .functions;
    expect(ship?.buckets).toHaveLength(30);
    expect(ship?.buckets.map(({ queued, ended }) => [queued, ended]).slice(0, 6)).toEqual([
      [3, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 3],
    ]);
  });

  it("says what is wrong with a time", async () => {
    const { request } = await open();
    const refused = await request("/metrics?from=5&to=5");
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("later than")]);
  });
});

describe("cascades", () => {
  it("shows what followed from an event, whatever part of it is asked for", async () => {
    const { timed, engine, read } = await open();
    await timed.send(order("ord_1"));
    await timed.send({ name: "order.collected", data: {} });
    await timed.advance("1h");
    const [placed] = engine.events({ name: "order.placed" });
    const lines = [
      "order.placed",
      "  run place Completed",
      "    step ask-label",
      "      run label Completed",
      "        step print",
      "    step tell",
      "      order.packed",
      "        run ship Completed",
      "          step drive",
      "    step collected got order.collected",
    ];
    const { roots, complete } = await read<Cascade>(`/cascade/${placed?.id}`);
    expect([linesOf(roots), complete]).toEqual([lines, true]);
    const [packed] = engine.events({ name: "order.packed" });
    const label = timed.run("label").id;
    for (const id of [packed?.id, label]) {
      const cascade = await read<Cascade>(`/cascade/${id}`);
      expect([cascade.focus, linesOf(cascade.roots)]).toEqual([id, lines]);
    }
  });

  it("follows correlation and causation where no step is known to have sent an event", async () => {
    const { timed, engine, read } = await open();
    await timed.send({ name: "cart.filled", id: "cart-1", data: {} });
    const caused = (id: string, causationId: string) => ({
      name: `cart.${id}`,
      id,
      data: { correlationId: "cart-1", causationId },
    });
    await timed.send([caused("priced", "cart-1"), caused("taxed", "priced")]);
    await timed.send({ name: "cart.other", data: { correlationId: "cart-10", causationId: "cart-10" } });
    const [last] = engine.events({ name: "cart.taxed" });
    const { roots } = await read<Cascade>(`/cascade/${last?.id}`);
    expect(linesOf(roots)).toEqual(["cart.filled", "  cart.priced", "    cart.taxed"]);
  });

  it("has the run of onFailure below the run that failed", async () => {
    const { timed, engine, read } = await open();
    await timed.send({ name: "order.packed", data: { lost: true } });
    await timed.advance("1h");
    const [packed] = engine.events({ name: "order.packed" });
    const lines = [
      "order.packed",
      "  run ship Failed",
      "    step drive",
      "    inngest/function.failed",
      "      run ship (failure) Completed",
      "        step report",
    ];
    for (const id of [packed?.id, timed.run("ship-failure").id])
      expect(linesOf((await read<Cascade>(`/cascade/${id}`)).roots)).toEqual(lines);
  });

  it("is cut where it becomes too large, and says so", async () => {
    const { timed, engine, read, request } = await open();
    await timed.send({ name: "root", id: "root", data: {} });
    const data = { correlationId: "root", causationId: "root" };
    await timed.send(Array.from({ length: 450 }, () => ({ name: "leaf", data })));
    const [root] = engine.events({ name: "root" });
    const cascade = await read<Cascade>(`/cascade/${root?.id}`);
    expect(cascade.complete).toBe(false);
    expect((await request("/cascade/none")).status).toBe(404);
  });
});

describe("pausing, over HTTP", () => {
  it("pauses, says so, refuses what needs the function, and resumes", async () => {
    const { timed, read, post } = await open();
    await timed.send(order("ord_1"));
    expect((await post("/functions/shop-none/pause", { runs: "hold" })).status).toBe(404);
    expect((await post("/functions/shop-ship/pause", { runs: "later" })).status).toBe(400);
    expect((await post("/functions/shop-ship/pause", { runs: "hold" })).status).toBe(200);
    const [app] = await read<AppView[]>("/apps");
    expect(app?.functions.find(({ id }) => id === "shop-ship")?.paused).toEqual({
      pausedAt: Date.parse(start),
      runs: "hold",
    });
    const runId = timed.run("ship").id;
    for (const [path, body] of [
      ["/functions/shop-ship/invoke", { data: {} }],
      [`/runs/${runId}/rerun`, {}],
      [`/runs/${runId}/rerun-from`, { stepId: "any" }],
    ] as const) {
      const refused = await post(path, body);
      expect([refused.status, await refused.json()]).toEqual([
        409,
        expect.objectContaining({ error: expect.stringContaining("paused") }),
      ]);
    }
    expect((await post("/functions/shop-ship/resume")).status).toBe(200);
    expect((await post("/functions/shop-ship/resume")).status).toBe(409);
  });
});

describe("ending a wait, over HTTP", () => {
  it("takes data or none, and refuses what is not waiting", async () => {
    const { timed, post } = await open();
    await timed.send(order("ord_1"));
    const { id, steps } = timed.run("place");
    const wait = `/runs/${id}/steps/${steps.at(-1)?.hash}/end-wait`;
    expect((await post(wait, { data: "yes" })).status).toBe(400);
    expect((await post(wait, { data: { by: "hand" } })).status).toBe(200);
    await timed.runUntilIdle();
    expect(timed.run("place").status).toBe("Completed");
    expect((await post(wait)).status).toBe(409);
  });
});

describe("many runs at once, over HTTP", () => {
  it("counts first, then acts once and tells how far it is", async () => {
    const { timed, read, post } = await open();
    await timed.send([1, 2].map((n) => order(`ord_${n}`)));
    const request = { action: "cancel", functionId: "shop-place" };
    const preview = (await (await post("/bulk/preview", request)).json()) as BulkPreview;
    expect(preview).toEqual({ matching: 2, limit: 1_000 });
    const begun = await post("/bulk", { ...request, id: "operation-1" });
    expect(begun.status).toBe(202);
    const progress = () => read<BulkProgressView>("/bulk/operation-1");
    await expect.poll(progress).toMatchObject({ state: "finished", done: 2, total: 2 });
    await post("/bulk", { ...request, id: "operation-1" });
    expect(await progress()).toMatchObject({ done: 2 });
    expect(timed.runs({ functionId: "place" }).map(({ status }) => status)).toEqual([
      "Cancelled",
      "Cancelled",
    ]);
  });

  it.each([
    [{ id: "operation-1", action: "cancel", statuses: ["Failed"] }, 400],
    [{ id: "operation-1", action: "replay", functionId: "shop-none" }, 404],
    [{ id: "short", action: "replay" }, 400],
    [{ id: "operation-1", action: "delete" }, 400],
  ])("refuses %j", async (body, status) => {
    const { post, request } = await open();
    expect((await post("/bulk", body)).status).toBe(status);
    expect((await request("/bulk/operation-1")).status).toBe(404);
  });
});
