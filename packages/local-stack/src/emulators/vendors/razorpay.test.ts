import { createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listen } from "../../network/listen.ts";
import { disputePayment, lapseAuthorisation, settleRefunds } from "../customers.ts";
import { openOutbox } from "../outbox.ts";
import { startEmulators } from "../start-emulators.ts";
import type { PaymentEntity } from "./razorpay-store.ts";
import { razorpayWebhooks } from "./razorpay-webhooks.ts";

const stateDir = await mkdtemp(join(tmpdir(), "razorpay-test-"));
const received: { body: string; headers: Headers }[] = [];
/** Of the next answers under `/again`; 200 afterwards, as elsewhere. */
const webhookStatuses: number[] = [];
const shop = await listen(0, async (request) => {
  received.push({ body: await request.text(), headers: request.headers });
  const status = request.url.endsWith("/again") ? webhookStatuses.shift() : undefined;
  return new Response(null, { status: status ?? 200 });
});
const emulators = await startEmulators({
  paymentWebhookUrl: `${shop.url}/webhooks`,
  refundsTake: Number.POSITIVE_INFINITY,
});
const { url, keyId, keySecret, webhookSecret } = emulators.razorpay;

afterAll(async () => {
  await emulators.stop();
  await shop.close();
  await rm(stateDir, { recursive: true });
});
beforeEach(async () => {
  await emulators.reset();
  received.length = 0;
});

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

async function api(method: string, path: string, body?: object, headers = {}, base = url): Promise<Answer> {
  const answer = await fetch(`${base}/v1${path}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: Object(await answer.json()) };
}

const newOrder = { amount: 125_000, currency: "INR", receipt: "ord_456" };

const declinedPayment: PaymentEntity = {
  id: "pay_declined",
  entity: "payment",
  amount: 125_000,
  currency: "INR",
  status: "failed",
  order_id: "order_1",
  method: "card",
  vpa: null,
  captured: false,
  amount_refunded: 0,
  refund_status: null,
  error_code: "BAD_REQUEST_ERROR",
  error_description: "Declined",
  error_reason: "payment_failed",
  created_at: 1_793_000_000,
};

/** What a browser does: opens the page, presses a button, and is taken back. */
async function checkout(
  orderId: unknown,
  outcome: "paid" | "failed" | "timeout",
  base = url,
  method: Record<string, string> = {},
) {
  const callback = `${shop.url}/paid`;
  const opened = { key_id: keyId, order_id: String(orderId), name: "MohallaMart", callback_url: callback };
  const page = await post(`${base}/v1/checkout/embedded`, opened);
  const done = await post(`${base}/v1/checkout/pay`, {
    order_id: String(orderId),
    callback_url: callback,
    outcome,
    ...method,
  });
  const inputs = done.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return { page, done, fields: Object.fromEntries([...inputs].map(([, name, value]) => [name, value])) };
}

async function post(address: string, fields: Record<string, string>) {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function paid(base = url): Promise<string> {
  const order = await api("POST", "/orders", newOrder, {}, base);
  const { fields } = await checkout(order.body.id, "paid", base);
  return String(fields.razorpay_payment_id);
}

describe("Razorpay emulator", () => {
  it("makes orders and finds them by id and by receipt", async () => {
    const { body } = await api("POST", "/orders", newOrder);
    expect(body).toMatchObject({
      entity: "order",
      status: "created",
      amount_due: 125_000,
      receipt: "ord_456",
    });
    expect((await api("GET", `/orders/${body.id}`)).body).toEqual(body);
    expect((await api("GET", "/orders?receipt=ord_456")).body).toMatchObject({ count: 1, items: [body] });
    expect((await api("GET", "/orders?receipt=ord_1")).body).toMatchObject({ count: 0, items: [] });
  });

  it("lets the customer pay on a page that needs no script, and signs the result", async () => {
    const order = await api("POST", "/orders", newOrder);
    const { page, done, fields } = await checkout(order.body.id, "paid");
    expect(page.text).toContain("₹1,250.00");
    expect(page.headers.get("content-security-policy")).toContain("form-action 'self'");
    expect(done.text).toContain(`action="${shop.url}/paid"`);
    const signedText = `${order.body.id}|${fields.razorpay_payment_id}`;
    const signature = createHmac("sha256", keySecret).update(signedText).digest("hex");
    expect(fields).toMatchObject({ razorpay_order_id: order.body.id, razorpay_signature: signature });
  });

  it("does not run what a shop's name or order contains", async () => {
    const order = await api("POST", "/orders", { ...newOrder, receipt: "<script>1</script>" });
    const { page } = await checkout(order.body.id, "paid");
    expect(page.text).not.toContain("<script>1");
  });

  it("reports a declined payment to the page and keeps the order open", async () => {
    const order = await api("POST", "/orders", newOrder);
    const { fields } = await checkout(order.body.id, "failed");
    expect(fields).toMatchObject({ "error[code]": "BAD_REQUEST_ERROR" });
    expect((await api("GET", `/orders/${order.body.id}`)).body).toMatchObject({ status: "attempted" });
  });

  const upi = (vpa: string) => ({ method: "upi", vpa });

  it("offers UPI beside the card, and keeps by what was paid", async () => {
    const order = await api("POST", "/orders", newOrder);
    const { page, fields } = await checkout(order.body.id, "paid", url, upi("asha@okbank"));
    for (const text of ["4111 1111", "UPI ID", "Let the request time out"]) expect(page.text).toContain(text);
    const payment = await api("GET", `/payments/${fields.razorpay_payment_id}`);
    expect(payment.body).toMatchObject({ method: "upi", vpa: "asha@okbank", status: "authorized" });
  });

  it.each([
    ["failed", "asha@okbank", "payment_declined", "declined in the UPI app"],
    ["timeout", "asha@okbank", "payment_timed_out", "not completed on time"],
    ["paid", "failure@razorpay", "payment_declined", "declined in the UPI app"],
  ] as const)(
    "a UPI request that is %s by %s ends with %s, and the order stays open",
    async (outcome, vpa, reason, says) => {
      const order = await api("POST", "/orders", newOrder);
      const { done, fields } = await checkout(order.body.id, outcome, url, upi(vpa));
      expect(done.text).toContain(says);
      expect(fields).toMatchObject({ "error[code]": "BAD_REQUEST_ERROR", "error[reason]": reason });
      expect((await api("GET", `/orders/${order.body.id}`)).body).toMatchObject({ status: "attempted" });
    },
  );

  it("refuses a UPI ID that is none, and makes no payment of it", async () => {
    const order = await api("POST", "/orders", newOrder);
    const { done } = await checkout(order.body.id, "paid", url, upi("asha"));
    expect(done).toMatchObject({ status: 400, text: expect.stringContaining("This UPI ID is not valid") });
    expect((await api("GET", `/orders/${order.body.id}`)).body).toMatchObject({
      status: "created",
      attempts: 0,
    });
  });

  it("captures an authorised payment once, and only in full", async () => {
    const id = await paid();
    const part = await api("POST", `/payments/${id}/capture`, { amount: 100, currency: "INR" });
    expect(part).toMatchObject({ status: 400, body: { error: { code: "BAD_REQUEST_ERROR" } } });
    const whole = { amount: 125_000, currency: "INR" };
    expect((await api("POST", `/payments/${id}/capture`, whole)).body).toMatchObject({ captured: true });
    expect((await api("POST", `/payments/${id}/capture`, whole)).status).toBe(400);
    expect((await api("GET", "/orders?receipt=ord_456")).body).toMatchObject({ items: [{ status: "paid" }] });
    expect((await checkout(Object(await api("GET", "/orders")).body.items[0].id, "paid")).page.status).toBe(
      400,
    );
  });

  it("refunds once per key, and not more than was paid", async () => {
    const id = await paid();
    const refund = (body: object, key: string) =>
      api("POST", `/payments/${id}/refund`, body, { "x-refund-idempotency": key });
    expect((await refund({}, "key-number-1")).status).toBe(400);
    await api("POST", `/payments/${id}/capture`, { amount: 125_000, currency: "INR" });
    const first = await refund({ amount: 100_000 }, "key-number-1");
    expect(first.body).toMatchObject({ entity: "refund", status: "pending", payment_id: id });
    expect(await refund({ amount: 100_000 }, "key-number-1")).toEqual(first);
    expect((await refund({ amount: 200 }, "key-number-1")).status).toBe(400);
    expect((await refund({ amount: 25_100 }, "key-number-2")).status).toBe(400);
    expect((await refund({ amount: 25_000 }, "short")).status).toBe(400);
    expect((await refund({ amount: 25_000 }, "key-number-3")).status).toBe(200);
    expect((await api("GET", `/payments/${id}`)).body).toMatchObject({ status: "refunded" });
  });

  const eventsOf = () => received.map(({ body }) => String(JSON.parse(body).event));

  it("makes one order of a receipt that is to be unique, also at once, and none of another amount", async () => {
    const unique = { ...newOrder, unique_receipt: true };
    const made = await Promise.all([1, 2, 3].map(() => api("POST", "/orders", unique)));
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(await api("POST", "/orders", { ...unique, amount: 100 })).toMatchObject({
      status: 400,
      body: { error: { description: "Order receipt should be unique.", reason: "input_validation_failed" } },
    });
    expect((await api("POST", "/orders", newOrder)).body.id).not.toBe(made[0]?.body.id);
  });

  async function takenPayment(): Promise<string> {
    const id = await paid();
    await api("POST", `/payments/${id}/capture`, { amount: 125_000, currency: "INR" });
    return id;
  }

  it("gives a payment back once, whoever asks at once, and says so with the words that Razorpay has", async () => {
    const id = await takenPayment();
    const keys = ["key-number-1", "key-number-2", "key-number-3"];
    const answers = await Promise.all(
      keys.map((key) => api("POST", `/payments/${id}/refund`, {}, { "x-refund-idempotency": key })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
    expect(answers.find(({ status }) => status === 400)?.body).toMatchObject({
      error: {
        code: "BAD_REQUEST_ERROR",
        description: "The payment has been fully refunded already",
        reason: "NA",
      },
    });
    expect((await api("GET", `/payments/${id}/refunds`)).body).toMatchObject({ count: 1 });
  });

  it("refunds are pending until the bank has them, or give the money back when it does not take them", async () => {
    const id = await takenPayment();
    const first = await api("POST", `/payments/${id}/refund`, {});
    await settleRefunds(emulators.razorpay, { outcome: "failed" });
    expect((await api("GET", `/refunds/${first.body.id}`)).body).toMatchObject({ status: "failed" });
    expect((await api("GET", `/payments/${id}`)).body).toMatchObject({
      status: "captured",
      amount_refunded: 0,
      refund_status: null,
    });
    const second = await api("POST", `/payments/${id}/refund`, {});
    await settleRefunds(emulators.razorpay);
    expect((await api("GET", `/payments/${id}/refunds/${second.body.id}`)).body).toMatchObject({
      status: "processed",
    });
    expect((await api("GET", "/refunds?count=1")).body).toMatchObject({
      count: 1,
      items: [{ id: second.body.id }],
    });
    const toldOf = (refund: Answer) =>
      received.flatMap(({ body }) => (body.includes(String(refund.body.id)) ? [JSON.parse(body).event] : []));
    // What follows from a refund is told before the refund, and all of it twice.
    const created = ["refund.created", "refund.created"];
    await expect.poll(() => toldOf(first)).toEqual(["refund.failed", "refund.failed", ...created]);
    await expect.poll(() => toldOf(second)).toEqual(["refund.processed", "refund.processed", ...created]);
  });

  it("tells of a bank that disputes a payment, and what becomes of that", async () => {
    const id = await takenPayment();
    for (const event of ["created", "under_review", "lost"] as const) {
      await disputePayment(emulators.razorpay, id, event);
    }
    await expect
      .poll(eventsOf)
      .toEqual(expect.arrayContaining(["payment.dispute.created", "payment.dispute.lost"]));
    const lost = received.find(({ body }) => body.includes("payment.dispute.lost"));
    const { dispute } = JSON.parse(lost?.body ?? "{}").payload;
    expect(dispute.entity).toMatchObject({ payment_id: id, status: "lost", amount_deducted: 125_000 });
    expect((await api("GET", `/disputes/${dispute.entity.id}`)).body).toEqual(dispute.entity);
  });

  it("lets a payment go that nobody captured, and tells of it as of a refund", async () => {
    const id = await paid();
    await lapseAuthorisation(emulators.razorpay, id);
    await expect.poll(eventsOf).toContain("refund.processed");
    const told = received.find(({ body }) => body.includes("refund.processed"));
    expect(JSON.parse(told?.body ?? "{}").payload.payment.entity).toMatchObject({ id, captured: false });
  });

  it("lists a page at a time, and says which parameter is wrong", async () => {
    for (let n = 0; n < 12; n += 1) await api("POST", "/orders", { ...newOrder, receipt: `ord_${n}` });
    expect((await api("GET", "/orders")).body).toMatchObject({ count: 10 });
    expect((await api("GET", "/orders?count=5&skip=10")).body).toMatchObject({ count: 2 });
    expect((await api("GET", "/payments?count=101")).body).toMatchObject({ error: { field: "count" } });
  });

  it.each([
    ["an amount with a fraction", "/orders", { ...newOrder, amount: 12.5 }],
    ["an amount under a rupee", "/orders", { ...newOrder, amount: 99 }],
    ["another currency", "/orders", { ...newOrder, currency: "EUR" }],
    ["a long receipt", "/orders", { ...newOrder, receipt: "r".repeat(41) }],
    ["an unknown payment", "/payments/pay_0/capture", { amount: 100, currency: "INR" }],
  ])("refuses %s", async (_case, path, body) => {
    expect(await api("POST", path, body)).toMatchObject({
      status: 400,
      body: { error: { code: "BAD_REQUEST_ERROR" } },
    });
  });

  it("asks for the account's key", async () => {
    expect(await api("GET", "/orders", undefined, { authorization: "Basic wrong" })).toMatchObject({
      status: 401,
    });
  });

  it("signs its webhooks and shows them among the sent messages", async () => {
    const id = await paid();
    // Notices of earlier tests may still arrive.
    const ours = () => received.filter(({ body }) => body.includes(id));
    await expect.poll(() => ours().length).toBe(2);
    const [webhook, copy] = ours();
    expect(copy?.body).toBe(webhook?.body);
    expect(copy?.headers.get("x-razorpay-event-id")).toBe(webhook?.headers.get("x-razorpay-event-id"));
    const signature = createHmac("sha256", webhookSecret)
      .update(webhook?.body ?? "")
      .digest("hex");
    expect(webhook?.headers.get("x-razorpay-signature")).toBe(signature);
    expect(JSON.parse(webhook?.body ?? "")).toMatchObject({
      event: "payment.authorized",
      payload: { payment: { entity: { id, status: "authorized" } } },
    });
    expect(emulators.outbox().filter(({ text }) => text?.includes(id))).toMatchObject([
      { channel: "webhook", subject: "payment.authorized", to: `${shop.url}/webhooks` },
    ]);
  });

  it("sends a webhook again until it is taken, with the same id", async () => {
    const outbox = openOutbox();
    const webhooks = razorpayWebhooks({
      url: `${shop.url}/again`,
      outbox,
      tries: [0, 1, 1, 60_000],
      unruly: false,
    });
    webhookStatuses.push(503, 503);
    webhooks.send("payment.failed", { payment: declinedPayment });
    const ours = () => received.filter(({ body }) => body.includes(declinedPayment.id));
    await expect.poll(() => ours().length).toBe(3);
    expect(new Set(ours().map(({ headers }) => headers.get("x-razorpay-event-id"))).size).toBe(1);
    expect(outbox.all()).toHaveLength(1);
    webhooks.close();
  });

  it("keeps payments over a restart", async () => {
    const before = await startEmulators({ stateDir });
    const id = await paid(before.razorpay.url);
    await before.stop();
    const after = await startEmulators({ stateDir });
    const whole = { amount: 125_000, currency: "INR" };
    const answer = await api("POST", `/payments/${id}/capture`, whole, {}, after.razorpay.url);
    expect(answer.body).toMatchObject({ id, status: "captured" });
    await after.stop();
  });
});
