import { Hono } from "hono";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { account, errorBody, RazorpayFailure } from "./razorpay-account.ts";
import { addApiRoutes } from "./razorpay-api.ts";
import { addBankRoutes } from "./razorpay-bank.ts";
import { addCheckoutRoutes } from "./razorpay-checkout.ts";
import { addRefundRoutes, settleRefund } from "./razorpay-refunds.ts";
import { openRazorpayStore } from "./razorpay-store.ts";
import { razorpayWebhooks } from "./razorpay-webhooks.ts";

/**
 * Razorpay: orders, payments by card with manual capture, refunds with idempotency keys that the bank has later, disputes,
 * the hosted payment page and signed webhooks. It publishes no rate limit in numbers.
 */
export const razorpay = defineVendor({
  connection: account,
  environment: (url) => ({
    RAZORPAY_KEY_ID: account.keyId,
    RAZORPAY_KEY_SECRET: account.keySecret,
    RAZORPAY_WEBHOOK_SECRET: account.webhookSecret,
    RAZORPAY_BASE_URL: url,
  }),
  start,
});

const authorization = `Basic ${btoa(`${account.keyId}:${account.keySecret}`)}`;

async function start(state: EmulatorState): Promise<VendorEmulator> {
  const store = openRazorpayStore(state.stateDir, state.now);
  const webhooks = razorpayWebhooks({
    url: state.paymentWebhookUrl,
    outbox: state.outbox,
    unruly: state.unrulyPaymentWebhooks,
    clock: state.now,
  });
  const desk = { store, webhooks };
  const banks = slowBanks(state.refundsTake ?? refundsTake, (id) => settleRefund(desk, id, "processed"));
  for (const { id, status } of store.all("refund")) if (status === "pending") banks.begun({ id });
  const app = new Hono();
  addCheckoutRoutes(app, store, webhooks);
  addBankRoutes(app, desk);
  app.use(async (context, next) => {
    if (context.req.header("authorization") === authorization) return next();
    return context.json(errorBody(401, "Authentication failed"), 401);
  });
  addApiRoutes(app, store, webhooks);
  addRefundRoutes(app, { ...desk, begun: banks.begun });
  app.notFound((context) =>
    context.json(errorBody(404, "The requested URL was not found on the server."), 404),
  );
  app.onError((error) => {
    if (!RazorpayFailure.isInstance(error)) throw error;
    const { status, message, details } = error;
    return Response.json(errorBody(status, message, details), { status });
  });
  return {
    errorBody: (status) => errorBody(status, status === 429 ? "Too many requests" : "Injected failure."),
    handle: async (request) => app.fetch(request),
    reset: store.clear,
    close() {
      banks.close();
      webhooks.close();
    },
  };
}

/** Milliseconds that a bank takes; days in life. */
const refundsTake = 3_000;

/** Banks that have a refund after a while, unless somebody settled it before. */
function slowBanks(after: number, settle: (id: string) => Promise<unknown>) {
  const waiting = new Set<NodeJS.Timeout>();
  return {
    begun({ id }: { id: string }) {
      if (after === Number.POSITIVE_INFINITY) return;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        // The emulator may have been emptied meanwhile.
        settle(id).catch(() => {});
      }, after);
      waiting.add(timer.unref());
    },
    close() {
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}
