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

  const refund = { id: "rfnd_1", entity: "refund", payment_id: "pay_1", amount: 1000, status: "processed" };
  const dispute = {
    id: "disp_1",
    payment_id: "pay_1",
    amount: 1000,
    status: "under_review",
    respond_by: 1_793_600_000,
  };
  const news = (event: string, payload: object) =>
    JSON.stringify({ event, created_at: 1_793_000_000, payload });

  it("of a refund says whether the money had been taken", () => {
    for (const captured of [true, false]) {
      const payload = { refund: { entity: refund }, payment: { entity: { ...entity, captured } } };
      expect(read(news("refund.processed", payload), "new")).toMatchObject({
        kind: "refund-updated",
        refund: { id: "rfnd_1", paymentId: "pay_1", amount: 10, status: "processed" },
        wasCaptured: captured,
      });
    }
  });

  it("of a dispute says until when the bank waits", () => {
    expect(read(news("payment.dispute.under_review", { dispute: { entity: dispute } }), "new")).toMatchObject(
      {
        kind: "dispute-updated",
        dispute: { id: "disp_1", status: "under-review", answerBy: "2026-11-02T06:13:20.000Z" },
      },
    );
  });

  it.each([
    ["of a refund without one", news("refund.failed", { payment: { entity } })],
    [
      "of a dispute in a state that is not known",
      news("payment.dispute.won", { dispute: { entity: { ...dispute, status: "odd" } } }),
    ],
    ["of another kind", JSON.stringify({ event: "invoice.paid", payload: {} })],
    ["without a payment", JSON.stringify({ event: "payment.captured", created_at: 1, payload: {} })],
    ["that is not JSON", "<html>"],
  ])("%s is passed over", (_case, other) => {
    expect(read(other, "new")).toBeUndefined();
  });
});
