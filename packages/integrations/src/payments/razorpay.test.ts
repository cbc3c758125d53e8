import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { razorpayPayments } from "./razorpay.ts";

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
  [
    "a bank that is down, at 400",
    400,
    { error: { code: "BAD_REQUEST_ERROR", reason: "gateway_technical_error", description: personal.text } },
    "retryable",
  ],
  ["a gateway error at 400", 400, { error: { code: "GATEWAY_ERROR", reason: "NA" } }, "retryable"],
  ["a wrong request, with its reason", 400, { error: { reason: "input_validation_failed" } }, "final"],
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

it("a refusal names Razorpay's reason, and never its words", async () => {
  const reason = "amount_less_than_minimum_amount";
  const body = { error: { code: "BAD_REQUEST_ERROR", reason, description: personal.text } };
  const { server, payments } = await answering(400, body);
  expect(await failureOf(payments.get("pay_1"), secrets)).toMatchObject({ kind: "final", code: reason });
  await server.stop();
});

it("a page with an entry that cannot be read is retryable: half of it would hide a difference", async () => {
  const { server, payments } = await answering(200, { items: [{ ...entity, id: "" }] });
  const span = { from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" };
  expect((await failureOf(payments.listPayments(span))).kind).toBe("retryable");
  await server.stop();
});
