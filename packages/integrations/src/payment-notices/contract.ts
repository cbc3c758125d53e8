import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { captured, order, type PaymentsBench, pages } from "../payments/contract/bench.ts";
import type { PaymentNotice } from "./port.ts";

/** A payment vendor that reports to us, and the port that reads its reports. */
export interface PaymentNoticesBench extends Pick<PaymentsBench, "payments" | "pay" | "decline"> {
  /** What was reported, as the port reads it. */
  notices(): PaymentNotice[];
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** What every `PaymentNotices` reads, whoever reports. */
export function paymentNoticesContract(vendor: string, start: () => Promise<PaymentNoticesBench>): void {
  describe(`what ${vendor} reports`, () => {
    let bench: PaymentNoticesBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    it("is that a payment was authorised, and that it was captured", async () => {
      const paymentId = await captured(bench);
      const { paymentOrderId = "" } = await bench.payments.get(paymentId);
      const notices = () => about(bench.notices(), paymentOrderId);
      await expect.poll(() => notices().length).toBe(2);
      expect(notices().toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
        { kind: "payment-authorised", payment: { id: paymentId, status: "authorised", amount: 1250.5 } },
        { kind: "payment-captured", payment: { id: paymentId, status: "captured" } },
      ]);
    });

    it("is that the bank declined", async () => {
      const { payments, decline, notices } = bench;
      const created = await payments.createOrder(order);
      await decline(payments.checkout(created, pages));
      const kinds = () => about(notices(), created.id).map(({ kind }) => kind);
      await expect.poll(kinds).toEqual(["payment-failed"]);
    });
  });
}

/** Notices of earlier tests may still arrive. */
function about(notices: PaymentNotice[], paymentOrderId: string): PaymentNotice[] {
  return notices.filter(({ payment }) => payment.paymentOrderId === paymentOrderId);
}
