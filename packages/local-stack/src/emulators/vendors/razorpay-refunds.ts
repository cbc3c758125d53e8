import type { Hono } from "hono";
import * as z from "zod";
import { RazorpayFailure } from "./razorpay-account.ts";
import { collection } from "./razorpay-lists.ts";
import { checked, found, parsed } from "./razorpay-request.ts";
import { newId, type PaymentEntity, type RazorpayStore, type RefundEntity } from "./razorpay-store.ts";
import type { Webhooks } from "./razorpay-webhooks.ts";

const newRefund = z.object({
  amount: z.int().min(100, "The amount must be atleast INR 1.00").optional(),
  speed: z.enum(["normal", "optimum"]).default("normal"),
  notes: z.unknown().optional(),
});

export interface RefundDesk {
  store: RazorpayStore;
  webhooks: Webhooks;
  /** Hears of a refund that the bank does not have yet. */
  begun(refund: RefundEntity): void;
}

export function addRefundRoutes(app: Hono, desk: RefundDesk): void {
  const { store } = desk;
  const refunds = (paymentId: string) => {
    const { id } = found(store.find("payment", paymentId));
    return store.all("refund").filter((refund) => refund.payment_id === id);
  };
  app.post("/v1/payments/:id/refund", async (context) => {
    const text = await context.req.text();
    const refund = checked(parsed(text || "{}"), newRefund);
    const key = context.req.header("x-refund-idempotency");
    return context.json(await refundOnce(desk, { id: context.req.param("id"), key, text, refund }));
  });
  app.get("/v1/payments/:id/refunds", (context) =>
    context.json(collection(refunds(context.req.param("id")), context.req.query())),
  );
  app.get("/v1/payments/:id/refunds/:refund", (context) => {
    const { id, refund } = context.req.param();
    return context.json(found(refunds(id).find((one) => one.id === refund)));
  });
  app.get("/v1/refunds", (context) => context.json(collection(store.all("refund"), context.req.query())));
  app.get("/v1/refunds/:id", (context) => context.json(found(store.find("refund", context.req.param("id")))));
}

interface RefundRequest {
  /** Of the payment. */
  id: string;
  key: string | undefined;
  text: string;
  refund: z.output<typeof newRefund>;
}

/** Keys whose first request is still being written. */
const inProgress = new WeakMap<RazorpayStore, Set<string>>();

/** The key belongs to the account, and the repeat must have the same body. */
async function refundOnce(desk: RefundDesk, request: RefundRequest): Promise<RefundEntity> {
  const { key, id, text } = request;
  if (key === undefined) return refundPayment(desk, request);
  if (!/^[\w-]{10,}$/.test(key)) {
    throw new RazorpayFailure(
      "The idempotency key must be at least 10 characters of letters, digits, - and _",
    );
  }
  const repeated = desk.store.find("keyed-refund", key);
  if (repeated && repeated.body !== `${id} ${text}`) {
    throw new RazorpayFailure("Different request with the same idempotency key has already been processed.");
  }
  const busy = inProgress.get(desk.store) ?? new Set();
  inProgress.set(desk.store, busy);
  if (busy.has(key)) {
    throw new RazorpayFailure("A request with the same idempotency key is in progress.", { status: 409 });
  }
  if (repeated) return repeated.refund;
  busy.add(key);
  try {
    return await refundPayment(desk, request);
  } finally {
    busy.delete(key);
  }
}

/** Looks and writes without a pause in between, so that nothing else can take the money meanwhile. */
async function refundPayment(
  { store, webhooks, begun }: RefundDesk,
  { id, key, text, refund }: RefundRequest,
): Promise<RefundEntity> {
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
    status: "pending",
    speed_requested: refund.speed,
    speed_processed: "normal",
    created_at: store.now(),
  };
  const changed = withRefunded(payment, payment.amount_refunded + amount);
  const keyed =
    key === undefined
      ? []
      : [{ entity: "keyed-refund", id: key, body: `${id} ${text}`, refund: created } as const];
  await store.save(created, changed, ...keyed);
  webhooks.send("refund.created", { payment: changed, refund: created });
  begun(created);
  return created;
}

/** The bank has the money of a refund, or did not take it: then it is the shop's again. */
export async function settleRefund(
  { store, webhooks }: Pick<RefundDesk, "store" | "webhooks">,
  id: string,
  status: "processed" | "failed",
): Promise<RefundEntity> {
  const refund = found(store.find("refund", id));
  if (refund.status === status) return refund;
  const settled: RefundEntity = { ...refund, status };
  const payment = found(store.find("payment", refund.payment_id));
  const changed =
    status === "failed" ? withRefunded(payment, payment.amount_refunded - refund.amount) : payment;
  await store.save(settled, changed);
  webhooks.send(`refund.${status}`, { payment: changed, refund: settled });
  return settled;
}

function withRefunded(payment: PaymentEntity, refunded: number): PaymentEntity {
  const isAll = refunded === payment.amount;
  return {
    ...payment,
    amount_refunded: refunded,
    refund_status: isAll ? "full" : refunded > 0 ? "partial" : null,
    status: isAll ? "refunded" : "captured",
  };
}
