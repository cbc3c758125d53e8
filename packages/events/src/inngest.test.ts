import { invoke } from "inngest";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readReplay, replayData } from "./inngest.ts";
import { callFunction, inngest } from "./internal/testing/call-function.ts";
import { earlierVersion, orderCreated } from "./internal/testing/versioned-events.ts";
import { orderUpdated } from "./mohallamart/order-updated.ts";
import { productOutOfStock } from "./mohallamart/product-out-of-stock.ts";

const items = [{ productId: "prod_101", quantity: 2 }];
const order = { orderId: "ord_1", userId: "user_1", shopId: "shop_1", items, total: 39.98 };
const oldOrder = {
  orderId: "ord_1",
  userId: "user_1",
  shopId: "shop_1",
  items: [{ productId: "prod_101", quantity: 2, price: 19.99 }],
};
const occurredAt = "2026-11-01T00:26:40.000Z";

describe("a triggering event", () => {
  const echo = inngest.createFunction({ id: "echo", triggers: [orderCreated] }, ({ event }) => event);

  it("reaches the handler parsed", async () => {
    const sent = { name: "order.created", v: orderCreated.version, data: { ...order, occurredAt, extra: 1 } };
    const { status, body } = await callFunction(echo, [sent]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { ...order, occurredAt } });
    expect(body).not.toHaveProperty("data.extra");
  });

  it.each([earlierVersion, undefined])("of the first version, sent with v %s, is upcast", async (v) => {
    const { body } = await callFunction(echo, [{ name: "order.created", v, data: oldOrder }]);
    expect(body).toMatchObject({ v: orderCreated.version, data: { ...order, occurredAt } });
    expect(body).not.toHaveProperty("data.items[0].price");
  });

  it("without occurredAt gets it from ts", async () => {
    const { body } = await callFunction(echo, [
      { name: "order.created", data: order, ts: 1_700_000_000_123 },
    ]);
    expect(body).toMatchObject({ data: { occurredAt: "2023-11-14T22:13:20.123Z" } });
  });

  it("that no version accepts fails for good, naming paths and no values", async () => {
    const data = { ...order, orderId: "secret-value", items: [{ productId: "prod_1", quantity: 0 }] };
    const { status, final, body } = await callFunction(echo, [{ name: "order.created", data }]);
    expect({ status, final }).toEqual({ status: 400, final: true });
    expect(JSON.stringify(body)).toContain("items[0].quantity");
    expect(JSON.stringify(body)).not.toContain("secret-value");
  });

  it("matched through a conditional trigger is parsed too", async () => {
    const cash = inngest.createFunction(
      { id: "cash", triggers: [{ ...orderCreated, if: "event.data.payment != 'prepaid'" }] },
      ({ event }) => event.data.total,
    );
    const { body } = await callFunction(cash, [{ name: "order.created", v: earlierVersion, data: oldOrder }]);
    expect(body).toBe(39.98);
  });

  it("is read by its own definition where a function has several", async () => {
    const both = inngest.createFunction(
      { id: "both", triggers: [orderCreated, orderUpdated] },
      ({ event }) => event.data,
    );
    const data = { orderId: "ord_1", status: "packed", occurredAt };
    expect((await callFunction(both, [{ name: "order.updated", data }])).body).toEqual(data);
    expect(
      (await callFunction(both, [{ name: "order.updated", data: { ...data, status: "lost" } }])).final,
    ).toBe(true);
  });

  it("of a plain string trigger passes through untouched", async () => {
    const raw = inngest.createFunction(
      { id: "raw", triggers: { event: "order.created" } },
      ({ event }) => event.data,
    );
    const { body } = await callFunction(raw, [{ name: "order.created", data: { anything: 1 } }]);
    expect(body).toEqual({ anything: 1 });
  });
});

describe("a batch", () => {
  const batch = inngest.createFunction(
    { id: "batch", triggers: [orderCreated], batchEvents: { maxSize: 10, timeout: "5s" } },
    ({ events }) => {
      handled = events.map(({ data }) => data.total);
      return handled;
    },
  );
  let handled: number[] = [];
  const current = { name: "order.created", v: orderCreated.version, data: { ...order, occurredAt } };

  it("has every event upcast", async () => {
    const { body } = await callFunction(batch, [current, { ...current, v: earlierVersion, data: oldOrder }]);
    expect(body).toEqual([39.98, 39.98]);
  });

  const wrong = { ...current, data: { ...order, total: -1 } };

  it.each([
    ["first", [wrong, current, current]],
    ["last", [current, current, wrong]],
  ] as const)(
    "whose %s event is wrong has the others handled, then fails for good and says so",
    async (_where, events) => {
      handled = [];
      const { final, body } = await callFunction(batch, [...events]);
      expect(handled).toEqual([39.98, 39.98]);
      expect(final).toBe(true);
      expect(JSON.stringify(body)).toMatch(/1 of the 3 events of this batch cannot be read.*total/);
    },
  );

  it("of which no event can be read reaches no handler", async () => {
    handled = [];
    const { final } = await callFunction(batch, [wrong, wrong]);
    expect([handled, final]).toEqual([[], true]);
  });

  it("fails with what its handler throws, whatever else is wrong with it", async () => {
    const throwing = inngest.createFunction(
      { id: "throwing", triggers: [orderCreated], batchEvents: { maxSize: 10, timeout: "5s" } },
      () => {
        throw new Error("The handler is at fault.");
      },
    );
    const { final, body } = await callFunction(throwing, [current, wrong]);
    expect(final).toBe(false);
    expect(JSON.stringify(body)).toContain("The handler is at fault.");
  });
});

describe("a payload of step.invoke", () => {
  const invoked = inngest.createFunction(
    { id: "invoked", triggers: [orderUpdated, orderCreated] },
    ({ event }) => event.data,
  );
  const call = (data: unknown, v?: string) =>
    callFunction(invoked, [{ name: "inngest/function.invoked", data, ts: Date.parse(occurredAt), v }]);

  it("is upcast by the definition that accepts it", async () => {
    expect((await call(oldOrder, earlierVersion)).body).toEqual({ ...order, occurredAt });
  });

  it("that fits no trigger fails for good", async () => {
    expect(await call({ orderId: "nonsense" })).toMatchObject({ status: 400, final: true });
  });

  it("with a schema of its own is left to Inngest", async () => {
    const own = inngest.createFunction(
      { id: "own", triggers: [orderCreated, invoke(z.object({ limit: z.number() }))] },
      ({ event }) => event.data,
    );
    const { body } = await callFunction(own, [{ name: "inngest/function.invoked", data: { limit: 3 } }]);
    expect(body).toEqual({ limit: 3 });
  });
});

describe("a replay", () => {
  const invoked = "inngest/function.invoked";
  const original = {
    id: "order.created:ord_1",
    name: "order.created",
    v: earlierVersion,
    ts: 5,
    data: oldOrder,
  };
  const current = {
    id: "order.updated:ord_1:packed",
    name: "order.updated",
    v: orderUpdated.version,
    ts: 7,
    data: { orderId: "ord_1", status: "packed", occurredAt },
  };
  const replayOf = (...events: [typeof original | typeof current, ...(typeof current)[]]) => ({
    name: invoked,
    data: { ...replayData({ runId: "run_failed", events }), _inngest: { source_fn_id: "1" } },
  });
  const echo = inngest.createFunction(
    { id: "replayed", triggers: [orderCreated, orderUpdated] },
    ({ event, events }) => ({ event, events }),
  );

  it("gives the handler the original event, by its own definition, with its own id and time", async () => {
    const { status, body } = await callFunction(echo, [replayOf(original)]);
    expect(status).toBe(200);
    const event = {
      id: original.id,
      name: original.name,
      ts: original.ts,
      v: orderCreated.version,
      data: { ...order, occurredAt: "1970-01-01T00:00:00.005Z" },
    };
    expect(body).toEqual({ event, events: [event] });
  });

  it("gives back the whole batch, also when the engine puts it into a batch with others", async () => {
    const later = { ...current, id: "order.updated:ord_1:shipped" };
    const { body } = await callFunction(echo, [current, replayOf(current, later)]);
    expect(body).toMatchObject({ event: current, events: [current, current, later] });
  });

  it("of a run that was itself invoked has the payload parsed", async () => {
    const payload = { ...current, name: invoked };
    const { body } = await callFunction(echo, [replayOf({ ...payload, name: invoked })]);
    expect(body).toMatchObject({ event: { name: invoked, data: current.data } });
  });

  it("of an event that no version accepts fails for good", async () => {
    const wrong = { ...current, data: { ...current.data, status: "lost" } };
    expect(await callFunction(echo, [replayOf(wrong)])).toMatchObject({ status: 400, final: true });
  });

  it("of a function with a plain string trigger passes through untouched", async () => {
    const raw = inngest.createFunction(
      { id: "replayed-raw", triggers: { event: "order.created" } },
      ({ event }) => event,
    );
    expect((await callFunction(raw, [replayOf(original)])).body).toEqual(original);
  });

  it("is read back from what started the invoked run", () => {
    expect(readReplay(replayOf(original))).toEqual({ runId: "run_failed", events: [original] });
    expect(readReplay({ name: invoked, data: { orderId: "ord_1" } })).toBeUndefined();
    expect(readReplay({ ...replayOf(original), name: "order.created" })).toBeUndefined();
  });
});

describe("the result of a wait", () => {
  const waiting = inngest.createFunction(
    { id: "waiting", triggers: [productOutOfStock] },
    async ({ step }) => {
      const placed = await step.waitForEvent("wait-for-order", { ...orderCreated, timeout: "1d" });
      return placed === null ? "timed out" : { total: placed.data.total, occurredAt: placed.data.occurredAt };
    },
  );
  const trigger = {
    name: "product.outOfStock",
    data: { productId: "prod_1", shopId: "shop_1", lastStock: 0 },
  };
  const resume = (event: unknown) => callFunction(waiting, [trigger], { "wait-for-order": event });

  it("is asked for by name", async () => {
    const { status, body } = await callFunction(waiting, [trigger]);
    expect(status).toBe(206);
    expect(body).toMatchObject([{ op: "WaitForEvent", name: "order.created" }]);
  });

  it("is upcast", async () => {
    const ts = Date.parse(occurredAt);
    const { body } = await resume({
      id: "evt-9",
      name: "order.created",
      v: earlierVersion,
      ts,
      data: oldOrder,
    });
    expect(body).toEqual({ total: 39.98, occurredAt });
  });

  it("that no version accepts fails the run for good", async () => {
    const { status, final } = await resume({
      id: "evt-9",
      name: "order.created",
      ts: 1,
      data: { orderId: "ord_1" },
    });
    expect({ status, final }).toEqual({ status: 400, final: true });
  });

  it("stays null when the time ran out", async () => {
    expect((await resume(null)).body).toBe("timed out");
  });
});
