import { createHmac } from "node:crypto";
import { payAtCheckout, startEmulators } from "@org/local-stack";
import { describe, expect, it } from "vitest";
import { cannedServer, closedUrl } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { webhookReceiver } from "../testing/webhook-receiver.ts";
import { paymentsContract } from "./contract.ts";
import type { PaymentNotice } from "./port.ts";
import { razorpayPayments } from "./razorpay.ts";
import { razorpayWebhook } from "./razorpay-webhook.ts";

paymentsContract("Razorpay", async () => {
  const notices: PaymentNotice[] = [];
  const receiver = await webhookReceiver((request) => {
    const notice = webhook.read(request);
    if (notice) notices.push(notice);
  });
  const vendors = await startEmulators({ rateLimits: false, paymentWebhookUrl: receiver.url });
  const { url: baseUrl, keyId, keySecret, webhookSecret } = vendors.razorpay;
  const webhook = razorpayWebhook({ secrets: [webhookSecret] });
  const options = { keyId, keySecret, baseUrl };
  return {
    payments: razorpayPayments(options),
    impatient: razorpayPayments({ ...options, timeout: 100 }),
    unauthorised: razorpayPayments({ ...options, keySecret: "unknown" }),
    unreachable: razorpayPayments({ ...options, baseUrl: await closedUrl() }),
    pay: payAtCheckout,
    decline: (form) => payAtCheckout(form, "failed"),
    notices: () => [...notices],
    failNext: (fault) => vendors.failNext("razorpay", fault),
    async reset() {
      await vendors.reset();
      notices.length = 0;
    },
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
});

const secrets = ["rzp_key", "rzp_secret"];
const entity = { id: "pay_1", entity: "payment", amount: 1000, amount_refunded: 0, status: "failed" };

async function answering(status: number, body: unknown) {
  const server = await cannedServer({ status, body: JSON.stringify(body) });
  const payments = razorpayPayments({ keyId: "rzp_key", keySecret: "rzp_secret", baseUrl: server.url });
  return { server, payments };
}

it.each([
  [
    "an error that quotes the request",
    400,
    { error: { code: "BAD_REQUEST_ERROR", description: personal.email } },
    "final",
  ],
  ["a failing gateway", 502, { error: { code: "GATEWAY_ERROR", description: personal.name } }, "retryable"],
  ["a proxy's page", 503, "<html>", "retryable"],
  ["an entity without the fields", 200, { entity: "payment" }, "retryable"],
  ["a status that is not known", 200, { ...entity, status: personal.text }, "retryable"],
  ["nothing", 200, null, "retryable"],
] as const)("%s, %s %j, is %s", async (_case, status, body, kind) => {
  const { server, payments } = await answering(status, body);
  const error = await failureOf(payments.get("pay_1"), secrets);
  expect(error).toMatchObject({ port: "payments", vendor: "razorpay", kind });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("a capture with status 200 that did not capture is final", async () => {
  const { server, payments } = await answering(200, entity);
  expect((await failureOf(payments.capture({ paymentId: "pay_1", amount: 10 }))).kind).toBe("final");
  await server.stop();
});

it("a refund with status 200 that failed is final", async () => {
  const { server, payments } = await answering(200, { id: "rfnd_1", status: "failed" });
  expect((await failureOf(payments.refund({ paymentId: "pay_1", key: "k" }))).kind).toBe("final");
  await server.stop();
});

it("amounts are paise on the wire, and any key becomes one that Razorpay takes", async () => {
  const refund = { id: "rfnd_1", payment_id: "pay_1", amount: 1999, status: "pending" };
  const { server, payments } = await answering(200, refund);
  const answer = await payments.refund({ paymentId: "pay_1", amount: 19.99, key: "ord 1" });
  expect(answer).toEqual({ id: "rfnd_1", paymentId: "pay_1", amount: 19.99, status: "pending" });
  const [request] = server.requests;
  expect(JSON.parse(request?.body ?? "")).toEqual({ amount: 1999, speed: "normal" });
  expect(request?.headers["x-refund-idempotency"]).toMatch(/^[\w-]{10,}$/);
  await server.stop();
});

describe("a webhook", () => {
  const read = (body: string, secret: string, headers: Record<string, string> = {}) => {
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const all = new Headers({ "x-razorpay-signature": signature, ...headers });
    return razorpayWebhook({ secrets: ["new", "old"] }).read({ body, headers: all });
  };
  const body = JSON.stringify({
    event: "payment.captured",
    created_at: 1_793_000_000,
    payload: { payment: { entity: { ...entity, status: "captured", order_id: "order_1" } } },
  });

  it.each(["new", "old"])("is read when it was signed with the %s secret", (secret) => {
    expect(read(body, secret, { "x-razorpay-event-id": "evt_1" })).toEqual({
      id: "evt_1",
      kind: "payment-captured",
      at: "2026-10-26T07:33:20.000Z",
      payment: { id: "pay_1", paymentOrderId: "order_1", amount: 10, refunded: 0, status: "captured" },
    });
  });

  it("has the same id when it comes again without one", () => {
    expect(read(body, "new")?.id).toBe(read(body, "new")?.id);
    expect(read(body, "new")?.id).not.toBe(read(body.replace("pay_1", "pay_2"), "new")?.id);
  });

  it("is refused when the signature is another's, broken or missing", async () => {
    const attempts = [
      () => read(body, "stranger"),
      () => read(body, "new", { "x-razorpay-signature": "abc" }),
      () => read(body, "new", { "x-razorpay-signature": "" }),
    ];
    for (const attempt of attempts) {
      const error = await failureOf(Promise.resolve().then(attempt));
      expect(error).toMatchObject({ kind: "final", status: 401 });
    }
  });

  it.each([
    ["of another kind", JSON.stringify({ event: "invoice.paid", payload: {} })],
    ["without a payment", JSON.stringify({ event: "payment.captured", created_at: 1, payload: {} })],
    ["that is not JSON", "<html>"],
  ])("%s is passed over", (_case, other) => {
    expect(read(other, "new")).toBeUndefined();
  });
});
