import { Inngest } from "inngest";
import { describe, expectTypeOf, it } from "vitest";
import { ParseEventsMiddleware } from "./inngest.ts";
import { orderCreated } from "./mohallamart/order-created.ts";
import { orderUpdated } from "./mohallamart/order-updated.ts";
import { userCreated } from "./mohallamart/user-created.ts";

const inngest = new Inngest({ id: "types", middleware: [ParseEventsMiddleware] });

describe("a definition as a trigger", () => {
  it("types the event's data", () => {
    inngest.createFunction({ id: "a", triggers: [orderCreated] }, ({ event }) => {
      expectTypeOf(event.data.orderId).toEqualTypeOf<string>();
      expectTypeOf(event.data.total).toEqualTypeOf<number>();
      expectTypeOf(event.data.payment).toEqualTypeOf<"cash" | "prepaid" | undefined>();
      expectTypeOf(event.data.occurredAt).toEqualTypeOf<string>();
      expectTypeOf(event.data.correlationId).toEqualTypeOf<string | undefined>();
      // @ts-expect-error the contract has no such field
      event.data.email;
    });
  });

  it("types it with a condition, too", () => {
    const cashOnly = { ...orderCreated, if: "event.data.payment != 'prepaid'" };
    inngest.createFunction({ id: "b", triggers: [cashOnly] }, ({ event }) => {
      expectTypeOf(event.data.items).toEqualTypeOf<{ productId: string; quantity: number }[]>();
    });
    inngest.createFunction({ id: "b2", triggers: [{ ...orderCreated, if: "true" }] }, ({ event }) => {
      expectTypeOf(event.data.total).toEqualTypeOf<number>();
    });
  });

  it("tells several apart by name", () => {
    inngest.createFunction({ id: "c", triggers: [orderCreated, userCreated] }, ({ event }) => {
      if (event.name === "order.created") expectTypeOf(event.data.total).toEqualTypeOf<number>();
      if (event.name === "user.created") expectTypeOf(event.data.email).toEqualTypeOf<string>();
    });
  });

  it("cannot be nested, because Inngest refuses that at run time", () => {
    // @ts-expect-error a definition is spread, never nested
    inngest.createFunction({ id: "d", triggers: [{ event: orderCreated }] }, () => undefined);
  });
});

it("a wait types the event's data and cannot nest", () => {
  inngest.createFunction({ id: "e", triggers: [userCreated] }, async ({ step }) => {
    const placed = await step.waitForEvent("wait", { ...orderCreated, timeout: "7d", match: "data.userId" });
    expectTypeOf(placed).not.toBeAny();
    if (placed) expectTypeOf(placed.data.total).toEqualTypeOf<number>();
    // @ts-expect-error a definition is spread, never nested
    await step.waitForEvent("nested", { event: orderCreated, timeout: "7d" });
  });
});

it("a definition can cancel a run", () => {
  const cancelOn = [{ ...orderUpdated, match: "data.orderId" }];
  inngest.createFunction({ id: "g", triggers: [orderCreated], cancelOn }, () => undefined);
  const nested = [{ event: orderUpdated }];
  // @ts-expect-error a definition is spread, never nested
  inngest.createFunction({ id: "h", triggers: [orderCreated], cancelOn: nested }, () => undefined);
});

it("what create returns can be sent by the client and in a step", () => {
  inngest.createFunction({ id: "f", triggers: [userCreated] }, async ({ event, step }) => {
    const created = orderCreated.create(orderCreated.examples[0], { cause: event });
    await step.sendEvent("emit", created);
    await step.sendEvent("emit-many", [created]);
    await inngest.send(created);
  });
});
