import type { Hono } from "hono";
import * as z from "zod";
import { invalid, RazorpayFailure } from "./razorpay-account.ts";
import { collection } from "./razorpay-lists.ts";
import { body, found } from "./razorpay-request.ts";
import { newId, type OrderEntity, type PaymentEntity, type RazorpayStore } from "./razorpay-store.ts";
import type { Webhooks } from "./razorpay-webhooks.ts";

const paise = z
  .int("The amount must be an integer.")
  .min(100, "Order amount less than minimum amount allowed");
const newOrder = z.object({
  amount: paise,
  currency: z.literal("INR", "Currency is not supported"),
  receipt: z.string().max(40, "The receipt may not be greater than 40 characters.").optional(),
  notes: z.unknown().optional(),
  unique_receipt: z.boolean().optional(),
});
const newCapture = z.object({ amount: paise, currency: z.literal("INR", "Currency is not supported") });
/** The part of the API that is called with the account's key, but for refunds. */
export function addApiRoutes(app: Hono, store: RazorpayStore, webhooks: Webhooks): void {
  app.get("/v1/orders", (context) => {
    const { receipt, ...query } = context.req.query();
    const orders = store.all("order").filter((order) => receipt === undefined || order.receipt === receipt);
    return context.json(collection(orders, query));
  });
  app.post("/v1/orders", async (context) =>
    context.json(await addOrder(store, await body(context, newOrder))),
  );
  app.get("/v1/orders/:id", (context) => context.json(found(store.find("order", context.req.param("id")))));
  app.get("/v1/payments", (context) => context.json(collection(store.all("payment"), context.req.query())));
  app.get("/v1/payments/:id", (context) =>
    context.json(found(store.find("payment", context.req.param("id")))),
  );
  app.post("/v1/payments/:id/capture", async (context) => {
    const { amount } = await body(context, newCapture);
    return context.json(await capture({ store, webhooks, id: context.req.param("id"), amount }));
  });
  app.get("/v1/disputes/:id", (context) =>
    context.json(found(store.find("dispute", context.req.param("id")))),
  );
}

/** With `unique_receipt` one order for each receipt; looks and writes without a pause in between. */
async function addOrder(
  store: RazorpayStore,
  { amount, currency, receipt, notes, unique_receipt: isUnique }: z.output<typeof newOrder>,
): Promise<OrderEntity> {
  const earlier = isUnique && receipt ? store.all("order").find((one) => one.receipt === receipt) : undefined;
  if (earlier && earlier.amount !== amount) {
    throw new RazorpayFailure("Order receipt should be unique.", { details: invalid });
  }
  if (earlier) return earlier;
  const order: OrderEntity = {
    id: newId("order"),
    entity: "order",
    amount,
    amount_paid: 0,
    amount_due: amount,
    currency,
    receipt: receipt ?? null,
    offer_id: null,
    status: "created",
    attempts: 0,
    notes: notes ?? [],
    created_at: store.now(),
  };
  await store.save(order);
  return order;
}

interface Work {
  store: RazorpayStore;
  webhooks: Webhooks;
  /** Of the payment. */
  id: string;
}

async function capture({ store, webhooks, id, amount }: Work & { amount: number }): Promise<PaymentEntity> {
  const payment = found(store.find("payment", id));
  if (payment.captured) throw new RazorpayFailure("This payment has already been captured");
  if (payment.status !== "authorized") {
    throw new RazorpayFailure(
      "Only payments which have been authorized and not yet captured can be captured",
    );
  }
  if (payment.amount !== amount) {
    throw new RazorpayFailure("Capture amount must be equal to the amount authorized");
  }
  const order = found(store.find("order", payment.order_id));
  const captured: PaymentEntity = { ...payment, status: "captured", captured: true };
  const paid: OrderEntity = { ...order, status: "paid", amount_paid: amount, amount_due: 0 };
  await store.save(captured, paid);
  webhooks.send("payment.captured", { payment: captured });
  webhooks.send("order.paid", { payment: captured, order: paid });
  return captured;
}
