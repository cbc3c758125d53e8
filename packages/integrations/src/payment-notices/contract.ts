import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { captured, order, type PaymentsBench, pages } from "../payments/contract/bench.ts";
import type { PaymentNotice } from "./port.ts";

/** A payment vendor that reports to us, and the port that reads its reports. */
export interface PaymentNoticesBench
  extends Pick<PaymentsBench, "payments" | "pay" | "decline" | "settleRefunds" | "dispute"> {
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

    it.each(["processed", "failed"] as const)(
      "is that a refund was asked for, and that it was %s",
      async (end) => {
        const paymentId = await captured(bench);
        const refund = await bench.payments.refund({ paymentId, key: "refund:ord_456" });
        await bench.settleRefunds(end);
        const told = () =>
          unique(bench.notices()).flatMap((notice) =>
            notice.kind === "refund-updated" && notice.refund.id === refund.id ? [notice] : [],
          );
        await expect
          .poll(() =>
            told()
              .map((notice) => notice.refund.status)
              .toSorted(),
          )
          .toEqual([end, "pending"].toSorted());
        for (const { wasCaptured, refund: one } of told()) {
          expect([wasCaptured, one.paymentId, one.amount]).toEqual([true, paymentId, order.amount]);
        }
      },
    );

    it("is that a bank asks about a payment", async () => {
      const paymentId = await captured(bench);
      await bench.dispute(paymentId);
      const told = () =>
        unique(bench.notices()).flatMap((notice) =>
          notice.kind === "dispute-updated" && notice.dispute.paymentId === paymentId ? [notice.dispute] : [],
        );
      await expect.poll(() => told().length).toBe(1);
      const [dispute] = told();
      expect(dispute).toMatchObject({
        status: "open",
        amount: order.amount,
        answerBy: expect.stringMatching(/Z$/),
      });
      expect(await bench.payments.getDispute(dispute?.id ?? "")).toEqual(dispute);
    });

    it("comes more than once, with the same id", async () => {
      const paymentId = await captured(bench);
      const { paymentOrderId = "" } = await bench.payments.get(paymentId);
      const all = () => bench.notices().filter((notice) => isAbout(notice, paymentOrderId));
      await expect.poll(() => all().length).toBeGreaterThan(unique(all()).length);
    });
  });
}

type PaymentNews = Extract<PaymentNotice, { payment: object }>;

/** Notices of earlier tests may still arrive. */
function isAbout(notice: PaymentNotice, paymentOrderId: string): notice is PaymentNews {
  return "payment" in notice && notice.payment.paymentOrderId === paymentOrderId;
}

function about(notices: PaymentNotice[], paymentOrderId: string): PaymentNews[] {
  return unique(notices).filter((notice) => isAbout(notice, paymentOrderId));
}

/** Each notice once, however often it came. */
function unique(notices: PaymentNotice[]): PaymentNotice[] {
  return [...new Map(notices.map((notice) => [notice.id, notice])).values()];
}
