import type { Context, Hono } from "hono";
import * as z from "zod";
import { account, signed } from "./razorpay-account.ts";
import { messagePage, outcomePage, paymentPage, returnScript } from "./razorpay-page.ts";
import { newId, type OrderEntity, type PaymentEntity, type RazorpayStore } from "./razorpay-store.ts";
import type { Webhooks } from "./razorpay-webhooks.ts";

const webUrl = z.url({ protocol: /^https?$/ });
const checkoutForm = z.object({
  key_id: z.literal(account.keyId),
  order_id: z.string(),
  name: z.string().default("Shop"),
  callback_url: webUrl,
  cancel_url: webUrl.optional(),
});
const payForm = z.object({
  order_id: z.string(),
  callback_url: webUrl,
  outcome: z.enum(["paid", "failed"]),
});

/** Razorpay's hosted payment page (razorpay.com/docs/payments/payment-gateway/web-integration/hosted). */
export function addCheckoutRoutes(app: Hono, store: RazorpayStore, webhooks: Webhooks): void {
  app.post("/v1/checkout/embedded", async (context) => {
    const form = checkoutForm.safeParse(await context.req.parseBody());
    const order = form.success ? store.find("order", form.data.order_id) : undefined;
    if (!form.success || !order)
      return refused(context, "This payment cannot be started", "Go back and try again.");
    if (order.status === "paid") return refused(context, "Already paid", "There is nothing left to pay.");
    const { name, callback_url: callbackUrl, cancel_url: cancelUrl } = form.data;
    return shown(
      context,
      paymentPage({ order, shop: name, callbackUrl, ...(cancelUrl ? { cancelUrl } : {}) }),
    );
  });
  app.post("/v1/checkout/pay", async (context) => {
    const form = payForm.safeParse(await context.req.parseBody());
    const order = form.success ? store.find("order", form.data.order_id) : undefined;
    if (!form.success || !order || order.status === "paid") {
      return refused(context, "This payment cannot be made", "It may have been paid already.");
    }
    const { outcome, callback_url: callbackUrl } = form.data;
    const payment = attempt(order, outcome === "paid", store.now());
    const attempted = { ...order, status: "attempted", attempts: order.attempts + 1 } as const;
    await store.save(payment, attempted);
    webhooks.send(outcome === "paid" ? "payment.authorized" : "payment.failed", { payment });
    const fields = outcome === "paid" ? success(payment) : failure(payment);
    return shown(context, outcomePage({ paid: outcome === "paid", callbackUrl, fields }), callbackUrl);
  });
  app.get("/v1/checkout/return.js", (context) =>
    context.body(returnScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
}

function attempt(order: OrderEntity, paid: boolean, createdAt: number): PaymentEntity {
  return {
    id: newId("pay"),
    entity: "payment",
    amount: order.amount,
    currency: order.currency,
    status: paid ? "authorized" : "failed",
    order_id: order.id,
    method: "card",
    captured: false,
    amount_refunded: 0,
    refund_status: null,
    error_code: paid ? null : "BAD_REQUEST_ERROR",
    error_description: paid ? null : declined,
    created_at: createdAt,
  };
}

const declined = "Payment failed because the bank declined it.";

function success({ id, order_id: order }: PaymentEntity): Record<string, string> {
  return {
    razorpay_payment_id: id,
    razorpay_order_id: order,
    razorpay_signature: signed(`${order}|${id}`, account.keySecret),
  };
}

function failure({ id, order_id: order }: PaymentEntity): Record<string, string> {
  return {
    "error[code]": "BAD_REQUEST_ERROR",
    "error[description]": declined,
    "error[reason]": "payment_failed",
    "error[metadata]": JSON.stringify({ payment_id: id, order_id: order }),
  };
}

type Page = ReturnType<typeof messagePage>;

/** A page may load nothing and post nowhere but here and where the shop waits. */
function shown(context: Context, page: Page, target?: string) {
  const targets = target ? `'self' ${new URL(target).origin}` : "'self'";
  return context.html(page, 200, {
    "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
  });
}

function refused(context: Context, title: string, text: string) {
  return context.html(messagePage(title, text), 400);
}
