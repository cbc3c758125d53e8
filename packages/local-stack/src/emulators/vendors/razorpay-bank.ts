import type { Hono } from "hono";
import * as z from "zod";
import { settleRefund } from "./razorpay-refunds.ts";
import { found, parsed } from "./razorpay-request.ts";
import { type DisputeEntity, newId, type PaymentEntity, type RazorpayStore } from "./razorpay-store.ts";
import type { Webhooks } from "./razorpay-webhooks.ts";

const day = 24 * 60 * 60;

const settlement = z.object({
  outcome: z.enum(["processed", "failed"]).default("processed"),
  /** Every pending one unless given. */
  refundId: z.string().optional(),
});
const disputed = z.object({
  paymentId: z.string(),
  event: z.enum(["created", "under_review", "action_required", "won", "lost", "closed"]),
});
const lapsing = z.object({ paymentId: z.string() });

const statusAfter: Record<z.output<typeof disputed>["event"], DisputeEntity["status"]> = {
  created: "open",
  under_review: "under_review",
  action_required: "open",
  won: "won",
  lost: "lost",
  closed: "closed",
};

interface Bank {
  store: RazorpayStore;
  webhooks: Webhooks;
}

/** What banks and time do behind Razorpay; no part of its API. Tests and people bring it about here. */
export function addBankRoutes(app: Hono, bank: Bank): void {
  app.post("/bank/refunds", async (context) => {
    const { outcome, refundId } = settlement.parse(parsed(await context.req.text()));
    const pending = bank.store.all("refund").filter(({ status }) => status === "pending");
    const ids = refundId === undefined ? pending.map(({ id }) => id) : [refundId];
    for (const id of ids) await settleRefund(bank, id, outcome);
    return context.json({ settled: ids });
  });
  app.post("/bank/disputes", async (context) => {
    const { paymentId, event } = disputed.parse(parsed(await context.req.text()));
    return context.json(await dispute(bank, found(bank.store.find("payment", paymentId)), event));
  });
  app.post("/bank/authorisations/lapse", async (context) => {
    const { paymentId } = lapsing.parse(parsed(await context.req.text()));
    return context.json(await lapse(bank, found(bank.store.find("payment", paymentId))));
  });
}

async function dispute(
  { store, webhooks }: Bank,
  payment: PaymentEntity,
  event: z.output<typeof disputed>["event"],
): Promise<DisputeEntity> {
  const { id: paymentId, amount, currency } = payment;
  const earlier = store.all("dispute").find((one) => one.payment_id === paymentId);
  const status = statusAfter[event];
  const changed: DisputeEntity = {
    id: earlier?.id ?? newId("disp"),
    entity: "dispute",
    payment_id: paymentId,
    amount,
    currency,
    amount_deducted: status === "lost" ? amount : 0,
    reason_code: "goods_or_services_not_received_or_partially_received",
    respond_by: earlier?.respond_by ?? store.now() + 7 * day,
    status,
    phase: "chargeback",
    created_at: earlier?.created_at ?? store.now(),
  };
  await store.save(changed);
  webhooks.send(`payment.dispute.${event}`, { payment, dispute: changed });
  return changed;
}

/** A payment that nobody captured in time goes back by itself, as a refund (razorpay.com/docs/payments/refunds/auto-refunds). */
async function lapse({ store, webhooks }: Bank, payment: PaymentEntity): Promise<PaymentEntity> {
  const refund = {
    id: newId("rfnd"),
    entity: "refund",
    amount: payment.amount,
    currency: payment.currency,
    payment_id: payment.id,
    notes: [],
    receipt: null,
    status: "processed",
    speed_requested: "normal",
    speed_processed: "normal",
    created_at: store.now(),
  } as const;
  const lapsed: PaymentEntity = {
    ...payment,
    status: "refunded",
    amount_refunded: payment.amount,
    refund_status: "full",
  };
  await store.save(refund, lapsed);
  webhooks.send("refund.processed", { payment: lapsed, refund });
  return lapsed;
}
