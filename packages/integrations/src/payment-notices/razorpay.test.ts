import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { razorpayWebhook } from "./razorpay.ts";

const entity = { id: "pay_1", entity: "payment", amount: 1000, amount_refunded: 0, status: "failed" };

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
