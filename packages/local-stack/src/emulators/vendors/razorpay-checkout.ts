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
  method: z.enum(["card", "upi"]).default("card"),
  /** Only of UPI, as `asha@okbank`; how the test mode's addresses end is up to them, see `upiOutcome`. */
  vpa: z.string().trim().max(100).default(""),
  outcome: z.enum(["paid", "failed", "timeout"]),
});

/** A UPI address: name, `@`, and the handle of a bank or an app. */
const vpaForm = /^[a-z0-9.\-_]{2,256}@[a-z]{2,64}$/i;

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
    const { method, vpa, callback_url: callbackUrl } = form.data;
    if (method === "upi" && !vpaForm.test(vpa))
      return refused(context, "This UPI ID is not valid", "Go back and enter one such as asha@okbank.");
    const outcome = method === "upi" ? upiOutcome(vpa, form.data.outcome) : form.data.outcome;
    const payment = attempt(order, { outcome, method, vpa }, store.now());
    const attempted = { ...order, status: "attempted", attempts: order.attempts + 1 } as const;
    await store.save(payment, attempted);
    webhooks.send(outcome === "paid" ? "payment.authorized" : "payment.failed", { payment });
    const fields = outcome === "paid" ? success(payment) : failure(payment);
    return shown(
      context,
      outcomePage({ refusal: payment.error_description, callbackUrl, fields }),
      callbackUrl,
    );
  });
  app.get("/v1/checkout/return.js", (context) =>
    context.body(returnScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
}

type Decision = Pick<z.output<typeof payForm>, "outcome" | "method" | "vpa">;

/** The addresses of the vendor's test mode decide by themselves (razorpay.com/docs/payments/payments/test-upi-details). */
function upiOutcome(vpa: string, chosen: Decision["outcome"]): Decision["outcome"] {
  const fixed = { "success@razorpay": "paid", "failure@razorpay": "failed" } as const;
  return Object.entries(fixed).find(([address]) => address === vpa.toLowerCase())?.[1] ?? chosen;
}

function attempt(order: OrderEntity, { outcome, method, vpa }: Decision, createdAt: number): PaymentEntity {
  const paid = outcome === "paid";
  const refusal = outcome === "paid" ? undefined : refusals[method][outcome];
  return {
    id: newId("pay"),
    entity: "payment",
    amount: order.amount,
    currency: order.currency,
    status: paid ? "authorized" : "failed",
    order_id: order.id,
    method,
    vpa: method === "upi" ? vpa : null,
    captured: false,
    amount_refunded: 0,
    refund_status: null,
    error_code: paid ? null : "BAD_REQUEST_ERROR",
    error_description: refusal?.description ?? null,
    error_reason: refusal?.reason ?? null,
    created_at: createdAt,
  };
}

const refusals = {
  card: {
    failed: { reason: "payment_failed", description: "Payment failed because the bank declined it." },
    timeout: { reason: "payment_timed_out", description: "Payment was not completed on time." },
  },
  upi: {
    failed: { reason: "payment_declined", description: "Payment was declined in the UPI app." },
    timeout: {
      reason: "payment_timed_out",
      description: "Payment was not completed on time in the UPI app.",
    },
  },
} as const;

function success({ id, order_id: order }: PaymentEntity): Record<string, string> {
  return {
    razorpay_payment_id: id,
    razorpay_order_id: order,
    razorpay_signature: signed(`${order}|${id}`, account.keySecret),
  };
}

function failure({ id, order_id: order, ...payment }: PaymentEntity): Record<string, string> {
  return {
    "error[code]": "BAD_REQUEST_ERROR",
    "error[description]": payment.error_description ?? "",
    "error[reason]": payment.error_reason ?? "",
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
