import type { Context, Hono } from "hono";
import * as z from "zod";
import { RazorpayFailure } from "./razorpay-account.ts";
import {
  newId,
  now,
  type OrderEntity,
  type PaymentEntity,
  type RazorpayStore,
  type RefundEntity,
} from "./razorpay-store.ts";
import type { Webhooks } from "./razorpay-webhooks.ts";

const paise = z
  .int("The amount must be an integer.")
  .min(100, "Order amount less than minimum amount allowed");
const newOrder = z.object({
  amount: paise,
  currency: z.literal("INR", "Currency is not supported"),
  receipt: z.string().max(40, "The receipt may not be greater than 40 characters.").optional(),
  notes: z.unknown().optional(),
});
const newCapture = z.object({ amount: paise, currency: z.literal("INR", "Currency is not supported") });
const newRefund = z.object({
  amount: z.int().min(100, "The amount must be atleast INR 1.00").optional(),
  speed: z.enum(["normal", "optimum"]).default("normal"),
  notes: z.unknown().optional(),
});

/** The part of the API that is called with the account's key. */
export function addApiRoutes(app: Hono, store: RazorpayStore, webhooks: Webhooks): void {
  app.get("/v1/orders", (context) => {
    const receipt = context.req.query("receipt");
    const items = store.orders().filter((order) => receipt === undefined || order.receipt === receipt);
    return context.json({ entity: "collection", count: items.length, items });
  });
  app.post("/v1/orders", async (context) => {
    const { amount, currency, receipt, notes } = await body(context, newOrder);
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
      created_at: now(),
    };
    await store.save(order);
    return context.json(order);
  });
  app.get("/v1/orders/:id", (context) => context.json(found(store.find("order", context.req.param("id")))));
  app.get("/v1/payments/:id", (context) =>
    context.json(found(store.find("payment", context.req.param("id")))),
  );
  app.post("/v1/payments/:id/capture", async (context) => {
    const { amount } = await body(context, newCapture);
    return context.json(await capture({ store, webhooks, id: context.req.param("id"), amount }));
  });
  app.post("/v1/payments/:id/refund", async (context) => {
    const text = await context.req.text();
    const refund = checked(parsed(text || "{}"), newRefund);
    const key = context.req.header("x-refund-idempotency");
    const id = context.req.param("id");
    return context.json(await refundOnce({ store, webhooks, id, key, text, refund }));
  });
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

type RefundWork = Work & { key: string | undefined; text: string; refund: z.output<typeof newRefund> };

/** The key belongs to the account, and the repeat must have the same body. */
async function refundOnce({ key, text, ...work }: RefundWork): Promise<RefundEntity> {
  if (key !== undefined && !/^[\w-]{10,}$/.test(key)) {
    throw new RazorpayFailure(
      "The idempotency key must be at least 10 characters of letters, digits, - and _",
    );
  }
  const { store, id } = work;
  const repeated = key === undefined ? undefined : store.find("keyed-refund", key);
  const request = `${id} ${text}`;
  if (repeated && repeated.body !== request) {
    throw new RazorpayFailure("Different request body sent for the same idempotency key");
  }
  if (repeated) return repeated.refund;
  const refund = await refundPayment(work);
  if (key !== undefined) await store.save({ entity: "keyed-refund", id: key, body: request, refund });
  return refund;
}

async function refundPayment({ store, webhooks, id, refund }: Omit<RefundWork, "key" | "text">) {
  const payment = found(store.find("payment", id));
  if (!payment.captured)
    throw new RazorpayFailure("The payment status should be captured for action to be taken");
  if (payment.status === "refunded") throw new RazorpayFailure("The payment has been fully refunded already");
  const left = payment.amount - payment.amount_refunded;
  const amount = refund.amount ?? left;
  if (amount > left) {
    throw new RazorpayFailure("The total refund amount is greater than the refund payment amount");
  }
  const created: RefundEntity = {
    id: newId("rfnd"),
    entity: "refund",
    amount,
    currency: payment.currency,
    payment_id: id,
    notes: refund.notes ?? [],
    receipt: null,
    status: "processed",
    speed_requested: refund.speed,
    speed_processed: "normal",
    created_at: now(),
  };
  const isAll = amount === left;
  const changed: PaymentEntity = {
    ...payment,
    amount_refunded: payment.amount_refunded + amount,
    refund_status: isAll ? "full" : "partial",
    status: isAll ? "refunded" : payment.status,
  };
  await store.save(created, changed);
  webhooks.send("refund.processed", { payment: changed, refund: created });
  return created;
}

function found<Entity>(entity: Entity | undefined): Entity {
  if (entity === undefined) throw new RazorpayFailure("The id provided does not exist");
  return entity;
}

async function body<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  return checked(parsed(await context.req.text()), schema);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RazorpayFailure("The request body is not JSON.");
  }
}

function checked<Schema extends z.ZodType>(value: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new RazorpayFailure(
    issue ? `${issue.path.join(".")}: ${issue.message}` : "The request is not valid.",
  );
}
