import { failureOf } from "@org/integrations/contracts";
import { describe, expect, it } from "vitest";
import { newOrder, type StoreBench } from "../contract/bench.ts";
import { PaymentStatusError, UnknownOrderError } from "../orders/errors.ts";
import type { DisputeToBook, RefundToBook } from "../port.ts";
import { disputeNews, refundNews } from "./money-events.ts";

const total = 39.98;

export function moneyContract(bench: () => StoreBench): void {
  describe("refunds", () => refundContract(bench));
  describe("disputes", () => disputeContract(bench));
  describe("comparisons", () => comparisonContract(bench));
}

/** A prepaid order whose money was taken. */
async function paid(bench: () => StoreBench, orderId = "ord_1"): Promise<void> {
  const { orders } = bench().stores;
  const paymentId = orderId.replace("ord", "pay");
  await orders.place(newOrder({ orderId, payment: "prepaid", paymentId }), { emit: [] });
  await orders.bookPayment(orderId, "captured");
}

const idsOf = async (bench: () => StoreBench) => (await bench().emitted()).map(({ id }) => id);

function refundContract(bench: () => StoreBench): void {
  const book = (changes: Partial<RefundToBook> = {}) =>
    bench().stores.money.bookRefund(
      { refundId: "rfnd_1", orderId: "ord_1", amount: total, status: "processed", ...changes },
      refundNews(),
    );
  const payment = () => bench().stores.orders.payment("ord_1");
  const cancelled = async () => {
    await paid(bench);
    await bench().stores.orders.cancel("ord_1", { emit: [] });
  };

  it("end when the money is back, and say so once", async () => {
    await cancelled();
    expect(await book({ status: "pending" })).toBe(true);
    expect(await payment()).toMatchObject({ status: "captured", refund: "pending" });
    expect(await idsOf(bench)).toEqual([]);
    for (const news of [true, false]) expect(await book()).toBe(news);
    expect(await payment()).toMatchObject({ status: "refunded" });
    expect(await payment()).not.toHaveProperty("refund");
    expect(await idsOf(bench)).toEqual(["refund.updated:rfnd_1:processed"]);
    expect(await bench().stores.money.refunds("ord_1")).toEqual([
      { refundId: "rfnd_1", orderId: "ord_1", amount: total, status: "processed" },
    ]);
  });

  it("are what they were last, in whatever order it is heard", async () => {
    await cancelled();
    for (const status of ["processed", "pending", "processed"] as const) await book({ status });
    expect(await payment()).toMatchObject({ status: "refunded" });
    expect(await idsOf(bench)).toEqual(["refund.updated:rfnd_1:processed"]);
  });

  it("that failed leave the money owed, until another one arrives", async () => {
    await cancelled();
    await book({ status: "pending" });
    await book({ status: "failed" });
    expect(await payment()).toMatchObject({ status: "captured", refund: "failed" });
    await book({ refundId: "rfnd_2", status: "pending" });
    expect(await payment()).toMatchObject({ status: "captured", refund: "pending" });
    await book({ refundId: "rfnd_2" });
    expect(await payment()).toMatchObject({ status: "refunded" });
    expect(await idsOf(bench)).toEqual(["refund.updated:rfnd_1:failed", "refund.updated:rfnd_2:processed"]);
  });

  it("that come back after they were there leave the money owed", async () => {
    await cancelled();
    await book();
    await book({ status: "failed" });
    expect(await payment()).toMatchObject({ status: "captured", refund: "failed" });
  });

  it("of a part leave the money where it is, and of all parts take it back", async () => {
    await paid(bench);
    await book({ amount: 9.98 });
    expect(await payment()).toMatchObject({ status: "captured" });
    await book({ refundId: "rfnd_2", amount: 30 });
    expect(await payment()).toMatchObject({ status: "refunded" });
  });

  it("of an order that stands say that it does", async () => {
    await paid(bench);
    await book();
    expect((await bench().emitted()).map(({ data }) => Object(data).standing)).toEqual([true]);
    await bench().stores.orders.cancel("ord_1", { emit: [] });
    expect(await payment()).toMatchObject({ status: "refunded" });
  });

  it("book the capture whose own booking was lost", async () => {
    const { orders } = bench().stores;
    await orders.place(newOrder({ payment: "prepaid", paymentId: "pay_1" }), { emit: [] });
    await orders.cancel("ord_1", { emit: [] });
    await book();
    expect(await payment()).toMatchObject({ status: "refunded" });
  });

  it("are one when they are booked at once", async () => {
    await cancelled();
    const news = await Promise.all(Array.from({ length: 5 }, () => book()));
    expect(news.filter(Boolean)).toHaveLength(1);
    expect(await idsOf(bench)).toEqual(["refund.updated:rfnd_1:processed"]);
  });

  it("of no order, or of one that is paid in cash, are refused", async () => {
    await bench().stores.orders.place(newOrder(), { emit: [] });
    expect(await failureOf(book())).toBeInstanceOf(PaymentStatusError);
    expect(await failureOf(book({ orderId: "ord_none" }))).toBeInstanceOf(UnknownOrderError);
    expect(await bench().stores.money.refunds("ord_1")).toEqual([]);
  });
}

function disputeContract(bench: () => StoreBench): void {
  const dispute: DisputeToBook = {
    disputeId: "disp_1",
    orderId: "ord_1",
    amount: total,
    status: "open",
    answerBy: "2026-12-04T18:30:00.000Z",
  };
  const book = (status: DisputeToBook["status"]) =>
    bench().stores.money.bookDispute({ ...dispute, status }, disputeNews());

  it("are told once in each state, and one that was decided is not open again", async () => {
    await paid(bench);
    const told = [];
    for (const status of ["open", "open", "under-review", "lost", "open", "lost"] as const) {
      told.push(await book(status));
    }
    expect(told).toEqual([true, false, true, true, false, false]);
    expect(await bench().stores.money.disputes("ord_1")).toEqual([{ ...dispute, status: "lost" }]);
    expect(await idsOf(bench)).toEqual([
      "payment.disputed:disp_1:open",
      "payment.disputed:disp_1:under-review",
      "payment.disputed:disp_1:lost",
    ]);
  });

  it("of no order, or of one that is paid in cash, are refused", async () => {
    expect(await failureOf(book("open"))).toBeInstanceOf(UnknownOrderError);
    await bench().stores.orders.place(newOrder(), { emit: [] });
    expect(await failureOf(book("open"))).toBeInstanceOf(PaymentStatusError);
  });
}

function comparisonContract(bench: () => StoreBench): void {
  it("find our side of the vendor's payments", async () => {
    await paid(bench);
    await bench().stores.money.bookRefund(
      { refundId: "rfnd_1", orderId: "ord_1", amount: total, status: "pending" },
      refundNews(),
    );
    expect(await bench().stores.money.findMany(["pay_1", "pay_none"])).toEqual([
      {
        orderId: "ord_1",
        paymentId: "pay_1",
        amount: total,
        status: "captured",
        refund: "pending",
        order: "placed",
        placedAt: expect.stringMatching(/Z$/),
        refunds: [{ refundId: "rfnd_1", amount: total, status: "pending" }],
      },
    ]);
    expect(await bench().stores.money.findMany([])).toEqual([]);
  });

  it("find what is not settled yet", async () => {
    const { orders, money } = bench().stores;
    const unsettled = async (before = "2100-01-01T00:00:00Z") =>
      (await money.unsettled({ before, limit: 10 })).map(({ orderId }) => orderId);
    await paid(bench);
    await orders.place(newOrder({ orderId: "ord_cash", items: [{ productId: "prod_rice", quantity: 1 }] }), {
      emit: [],
    });
    expect(await unsettled()).toEqual([]);
    await orders.place(newOrder({ orderId: "ord_2", payment: "prepaid", paymentId: "pay_2" }), { emit: [] });
    expect(await unsettled()).toEqual(["ord_2"]);
    await orders.cancel("ord_1", { emit: [] });
    expect(await unsettled()).toEqual(["ord_1", "ord_2"]);
    expect(await unsettled("2020-01-01T00:00:00Z")).toEqual([]);
    await money.bookRefund(
      { refundId: "rfnd_1", orderId: "ord_1", amount: total, status: "processed" },
      refundNews(),
    );
    await orders.bookPayment("ord_2", "failed");
    expect(await unsettled()).toEqual([]);
  });

  it("are kept by day, the latest of a day", async () => {
    const { money } = bench().stores;
    const made = (day: string, payments: number) => ({
      day,
      from: "2026-11-01T00:00:00.000Z",
      to: "2026-11-02T00:00:00.000Z",
      payments,
      refunds: 0,
      differences: [{ kind: "not-captured", orderId: "ord_1", found: "Nothing.", next: "Look." }],
    });
    await money.keep(made("2026-11-02", 1));
    await money.keep(made("2026-11-03", 2));
    await money.keep(made("2026-11-02", 3));
    const madeAt = expect.stringMatching(/Z$/);
    expect(await money.reconciliations(5)).toEqual([
      { ...made("2026-11-03", 2), madeAt },
      { ...made("2026-11-02", 3), madeAt },
    ]);
    expect(await money.reconciliations(1)).toHaveLength(1);
  });
}
