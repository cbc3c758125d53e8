import { expectTypeOf, it } from "vitest";
import * as z from "zod";
import { orderCreated } from "../mohallamart/order-created.ts";
import { orderUpdated } from "../mohallamart/order-updated.ts";
import { createMohallaMartEvents, type MohallaMartEvents } from "../mohallamart.ts";
import { defineEvent, type EventData } from "./define-event.ts";
import type { EventInput } from "./emitters.ts";
import { previousVersion } from "./previous-version.ts";

const description = {
  name: "a",
  version: "2026-11-01.01",
  category: "test",
  owner: "tests",
  kind: "fact",
  summary: "For tests.",
} as const;
const order = orderCreated.examples[0];
const { orderEvents, notificationEvents, emitMany } = createMohallaMartEvents({
  send: async () => ({ ids: [] }),
});

it("a wrong field, a missing field and a wrong value do not compile", () => {
  orderCreated.create(order);
  const { orderId: _, ...withoutOrderId } = order;
  // @ts-expect-error orderId is missing
  orderCreated.create(withoutOrderId);
  // @ts-expect-error orderId is missing
  orderEvents.created(withoutOrderId);
  // @ts-expect-error there is no such field
  orderEvents.created({ ...order, totl: 3 });
  // @ts-expect-error a total is a number
  orderEvents.created({ ...order, total: "3" });
  // @ts-expect-error there is no such status
  orderUpdated.create({ orderId: "ord_1", status: "lost" });
  const message = { userId: "user_1", type: "order.delivered", data: {} };
  notificationEvents.send({ ...message, channels: ["push", "sms"] });
  // @ts-expect-error there is no such channel
  notificationEvents.send({ ...message, channels: ["fax"] });
  // @ts-expect-error there is no such event
  orderEvents.placed(order);
  // @ts-expect-error there is no such name
  emitMany([{ name: "order.placed", data: order }]);
  emitMany([
    orderCreated.create(order),
    { name: "order.updated", data: { orderId: "ord_1", status: "packed" } },
  ]);
  const updates = ["ord_1"].map((orderId) => {
    return { name: "order.updated" as const, data: { orderId, status: "packed" as const } };
  });
  emitMany([...updates, orderCreated.create(order)]);
  const inputs: EventInput<typeof orderCreated | typeof orderUpdated>[] = updates;
  emitMany(inputs);
  // @ts-expect-error an order is no update of one
  emitMany([...updates, { name: "order.updated", data: order }]);
  // @ts-expect-error its name may be any text
  emitMany(updates.map(({ data, name }) => ({ name: String(name), data })));
});

it("teams get the types of all events and of one", () => {
  expectTypeOf<MohallaMartEvents["order.created"]["data"]>().toEqualTypeOf<EventData<typeof orderCreated>>();
  expectTypeOf<EventData<typeof orderUpdated>["status"]>().toEqualTypeOf<
    "packed" | "shipped" | "delivered"
  >();
});

it("schemas that convert, and upcasters that miss a field, do not compile", () => {
  const examples = [{ count: 1 }, { count: 2 }] as const;
  const data = z.object({ count: z.number() });
  defineEvent({ ...description, data, examples });
  // @ts-expect-error a default would apply on one side only
  defineEvent({ ...description, data: z.object({ count: z.number().default(1) }), examples });
  // @ts-expect-error Inngest's own events have such names
  defineEvent({ ...description, name: "inngest/function.failed", data, examples });
  const missing = previousVersion({ version: "1", data: z.object({}), upcast: () => ({ total: 1 }) });
  // @ts-expect-error the upcaster does not return count
  defineEvent({ ...description, data, examples, previous: missing });
  // @ts-expect-error a key is one of the fields
  defineEvent({ ...description, data, examples, key: ["id"] });
});

it("values that JSON lacks do not compile, wherever they are", () => {
  const dated = {
    data: z.object({ at: z.date() }),
    examples: [{ at: new Date(0) }, { at: new Date(0) }],
  } as const;
  // @ts-expect-error a date
  defineEvent({ ...description, ...dated });
  const listed = { data: z.object({ n: z.array(z.bigint()).optional() }), examples: [{}, {}] } as const;
  // @ts-expect-error a bigint in a list, which may be absent
  defineEvent({ ...description, ...listed });
  const counts = z.object({ counts: z.map(z.string(), z.number()) });
  const chosen = {
    data: z.object({ deep: z.union([z.string(), counts]) }),
    examples: [{ deep: "" }, { deep: "" }],
  } as const;
  // @ts-expect-error a map in one of two forms
  defineEvent({ ...description, ...chosen });
  const data = z.object({ any: z.record(z.string(), z.unknown()), more: z.json() });
  const example = { any: {}, more: null };
  defineEvent({ ...description, data, examples: [example, example] });
});
