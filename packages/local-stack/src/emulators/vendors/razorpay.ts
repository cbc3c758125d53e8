import { Hono } from "hono";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { account, errorBody, RazorpayFailure } from "./razorpay-account.ts";
import { addApiRoutes } from "./razorpay-api.ts";
import { addCheckoutRoutes } from "./razorpay-checkout.ts";
import { openRazorpayStore } from "./razorpay-store.ts";
import { razorpayWebhooks } from "./razorpay-webhooks.ts";

/**
 * Razorpay: orders, payments by card with manual capture, refunds with idempotency keys, the hosted payment page and
 * signed webhooks. It publishes no rate limit in numbers.
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
  const store = openRazorpayStore(state.stateDir);
  const webhooks = razorpayWebhooks({ url: state.paymentWebhookUrl, outbox: state.outbox });
  const app = new Hono();
  addCheckoutRoutes(app, store, webhooks);
  app.use(async (context, next) => {
    if (context.req.header("authorization") === authorization) return next();
    return context.json(errorBody(401, "Authentication failed"), 401);
  });
  addApiRoutes(app, store, webhooks);
  app.notFound((context) =>
    context.json(errorBody(404, "The requested URL was not found on the server."), 404),
  );
  app.onError((error) => {
    if (!RazorpayFailure.isInstance(error)) throw error;
    return Response.json(errorBody(error.status, error.message), { status: error.status });
  });
  return {
    errorBody: (status) => errorBody(status, status === 429 ? "Too many requests" : "Injected failure."),
    handle: async (request) => app.fetch(request),
    reset: store.clear,
    close: webhooks.close,
  };
}
