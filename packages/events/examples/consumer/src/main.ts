import { type EventData, type EventToSend, InvalidEventError } from "@org/events";
import asyncApi from "@org/events/asyncapi/mohallamart.json" with { type: "json" };
import { compareEventSchemas } from "@org/events/compatibility";
import { ParseEventsMiddleware } from "@org/events/inngest";
import { createMohallaMartEvents, type MohallaMartEvents } from "@org/events/mohallamart";
import { orderCreated } from "@org/events/mohallamart/order-created";
import orderSchema from "@org/events/schemas/2020-12/mohallamart/order-created/latest.json" with {
  type: "json",
};
import { userRegistered } from "@org/events/ten-ocean/user-registered";
import { Inngest } from "inngest";

/** Stands in for Inngest, or for an outbox. */
const sent: EventToSend[] = [];
const client = {
  async send(payload: EventToSend | EventToSend[]) {
    sent.push(...[payload].flat());
    return { ids: sent.map(({ id }) => id ?? "") };
  },
};

const { orderEvents } = createMohallaMartEvents(client);
const items: MohallaMartEvents["order.created"]["data"]["items"] = [{ productId: "prod_101", quantity: 2 }];
const order = { orderId: "ord_1", userId: "user_1", shopId: "shop_1", items, total: 39.98 };
await orderEvents.created(order);
// @ts-expect-error a total is a number
const refused = orderEvents.created({ ...order, total: "1" });
refused.catch((error: unknown) => {
  if (!InvalidEventError.isInstance(error)) throw error;
});

const inngest = new Inngest({ id: "consumer", middleware: [ParseEventsMiddleware] });
export const confirm = inngest.createFunction(
  { id: "confirm", triggers: [orderCreated] },
  async ({ event, step }) => {
    const total: number = event.data.total;
    const resident = await step.waitForEvent("wait", { ...userRegistered, timeout: "1d" });
    const firstName: EventData<typeof userRegistered>["firstName"] | undefined = resident?.data.firstName;
    return { total, firstName };
  },
);

const comparison = compareEventSchemas(orderCreated.schema, orderCreated.schema);
const facts = {
  sent: sent.map(({ id }) => id),
  full: comparison.full,
  channels: Object.keys(asyncApi.channels).length,
  required: orderSchema.required.length,
};
process.stdout.write(`${JSON.stringify(facts)}\n`);
