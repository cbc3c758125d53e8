import { createTestEngine } from "@org/local-engine/test";
import { Inngest } from "inngest";
import { describe, expect, it } from "vitest";
import { ParseEventsMiddleware } from "../inngest.ts";
import { analyticsTrack } from "../mohallamart/analytics-track.ts";
import { orderUpdated } from "../mohallamart/order-updated.ts";
import { createMohallaMartEvents } from "../mohallamart.ts";
import { earlierVersion, orderCreated } from "./testing/versioned-events.ts";

const quiet = () => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const items = [{ productId: "prod_101", quantity: 2 }];
const order = { orderId: "ord_1", userId: "user_1", shopId: "shop_1", items, total: 39.98 };
const oldOrder = {
  orderId: "ord_1",
  userId: "user_1",
  shopId: "shop_1",
  items: [{ productId: "prod_101", quantity: 2, price: 19.99 }],
};
const now = "2026-11-01T00:00:00.000Z";

/** Whole runs: the real SDK, driven by an engine that retries, waits, batches and invokes. */
function startEngine() {
  const clients: Inngest[] = [];
  const engine = createTestEngine({
    now,
    apps: [
      (options) => {
        const client = new Inngest({ id: "shop", logger, middleware: [ParseEventsMiddleware], ...options });
        clients.push(client);
        const confirm = client.createFunction(
          { id: "confirm", triggers: [orderCreated] },
          async ({ event, step }) => {
            const packed = await step.waitForEvent("packed", {
              ...orderUpdated,
              timeout: "1d",
              match: "data.orderId",
            });
            return {
              total: event.data.total,
              occurredAt: event.data.occurredAt,
              status: packed?.data.status,
            };
          },
        );
        const count = client.createFunction(
          { id: "count", triggers: [analyticsTrack], batchEvents: { maxSize: 2, timeout: "10s" } },
          ({ events }) => events.map(({ data }) => data.event),
        );
        const total = client.createFunction(
          { id: "total", triggers: [{ ...orderCreated, if: "false" }] },
          ({ event }) => event.data.total,
        );
        const recount = client.createFunction(
          { id: "recount", triggers: { event: "recount" } },
          ({ event, step }) => step.invoke("invoke-total", { function: total, data: event.data.order }),
        );
        return { client, functions: [confirm, count, total, recount] };
      },
    ],
  });
  return { engine, client: () => clients[0] as Inngest };
}

describe("on the engine", () => {
  it.each([earlierVersion, undefined])(
    "a first-version event with v %s starts a run with the latest shape",
    async (v) => {
      const { engine } = startEngine();
      await engine.send({ name: "order.created", data: oldOrder, ...(v ? { v } : {}) });
      await engine.runUntilIdle();
      await engine.send({ name: "order.updated", data: { orderId: "ord_1", status: "packed" } });
      await engine.runUntilIdle();
      const [run] = engine.runs({ functionId: "shop-confirm" });
      expect(run).toMatchObject({
        status: "Completed",
        output: { total: 39.98, occurredAt: now, status: "packed" },
      });
    },
  );

  it("an event that no version accepts fails the run at once, without retries", async () => {
    const { engine } = startEngine();
    await engine.send({ name: "order.created", data: { ...order, total: -1 } });
    await engine.runUntilIdle();
    const [run] = engine.runs({ functionId: "shop-confirm" });
    expect(run?.status).toBe("Failed");
    expect(run?.error?.message).toContain("total");
    expect(run?.timeline().join("\n")).not.toContain("retry");
  });

  it("a wrong event that a run waits for fails it", async () => {
    const { engine } = startEngine();
    await engine.send({ name: "order.created", data: order });
    await engine.runUntilIdle();
    await engine.send({ name: "order.updated", data: { orderId: "ord_1", status: "lost" } });
    await engine.runUntilIdle();
    expect(engine.runs({ functionId: "shop-confirm" })[0]?.error?.message).toContain("status");
  });

  it("a batch is parsed event by event", async () => {
    const { engine } = startEngine();
    const tracked = (event: string) => ({
      name: "analytics.track",
      data: { userId: "user_1", event, properties: {} },
    });
    await engine.send([tracked("page.viewed"), tracked("search.converted")]);
    await engine.runUntilIdle();
    await engine.send([tracked("page.viewed"), tracked("Not A Name")]);
    await engine.runUntilIdle();
    const runs = engine.runs({ functionId: "shop-count" });
    expect(runs.map(({ status }) => status).sort()).toEqual(["Completed", "Failed"]);
    expect(runs.find(({ status }) => status === "Completed")?.output).toEqual([
      "page.viewed",
      "search.converted",
    ]);
  });

  it("an invoke payload of an old version is upcast, and a wrong one fails", async () => {
    const { engine } = startEngine();
    await engine.send({
      name: "recount",
      data: { order: { ...oldOrder, occurredAt: now }, version: earlierVersion },
    });
    await engine.runUntilIdle();
    await engine.send({ name: "recount", data: { order: { orderId: "ord_1" } } });
    await engine.runUntilIdle();
    const runs = engine.runs({ functionId: "shop-total" });
    expect(runs.find(({ status }) => status === "Completed")?.output).toBe(39.98);
    expect(runs.find(({ status }) => status === "Failed")?.error?.message).toContain("userId");
  });

  it("emitting the same order twice starts one run", async () => {
    const { engine, client } = startEngine();
    await engine.runUntilIdle();
    const { orderEvents } = createMohallaMartEvents(client());
    await orderEvents.created(order);
    await orderEvents.created(order);
    await engine.runUntilIdle();
    expect(engine.runs({ functionId: "shop-confirm" })).toHaveLength(1);
  });
});
