import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failureOf, personal } from "../contracts/failure.ts";
import type { Fault } from "../contracts/fault.ts";
import { captured, order, type PaymentsBench, pages, paid, resultOf } from "./contract/bench.ts";
import type { Payments } from "./port.ts";

/** What every `Payments` does, whoever is behind it. */
export function paymentsContract(vendor: string, start: () => Promise<PaymentsBench>): void {
  describe(`payments through ${vendor}`, () => {
    let bench: PaymentsBench;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(() => bench.reset());
    afterAll(() => bench.stop());

    describe("takes money", () => paymentContract(() => bench));
    describe("gives money back", () => refundContract(() => bench));
    describe("lists", () => listContract(() => bench));
    describe("fails", () => failureContract(() => bench));
  });
}

function paymentContract(bench: () => PaymentsBench): void {
  it("for an order, which it remembers", async () => {
    const created = await bench().payments.createOrder(order);
    expect(created).toEqual({ id: created.id, ...order, status: "open" });
    expect(await bench().payments.createOrder(order)).toEqual(created);
    expect(await bench().payments.getOrder(created.id)).toEqual(created);
  });

  it("from a customer who pays on the vendor's page, when it is captured", async () => {
    const { payments } = bench();
    const result = await paid(bench());
    expect(payments.isGenuine(result)).toBe(true);
    const { paymentId, paymentOrderId } = result;
    const payment = { id: paymentId, paymentOrderId, amount: order.amount, refunded: 0 };
    expect(await payments.get(paymentId)).toEqual({ ...payment, status: "authorised" });
    const done = { ...payment, status: "captured" };
    expect(await payments.capture({ paymentId, amount: order.amount })).toEqual(done);
    expect(await payments.get(paymentId)).toEqual(done);
    expect((await payments.createOrder(order)).status).toBe("paid");
  });

  it("once, when the capture is repeated or its answer was lost", async () => {
    const { payments, failNext } = bench();
    const { paymentId } = await paid(bench());
    failNext({ cut: true });
    const capture = { paymentId, amount: order.amount };
    expect((await failureOf(payments.capture(capture))).kind).toBe("retryable");
    const first = await payments.capture(capture);
    expect(first.status).toBe("captured");
    expect(await payments.capture(capture)).toEqual(first);
  });

  it("for one order, when the answer to the first request was lost", async () => {
    const { payments, failNext } = bench();
    failNext({ delay: 1 });
    failNext({ cut: true });
    expect((await failureOf(payments.createOrder(order))).kind).toBe("retryable");
    const { id } = await payments.createOrder(order);
    expect((await payments.createOrder(order)).id).toBe(id);
  });

  it("for one order, when it is asked for many times at once", async () => {
    const { payments } = bench();
    const created = await Promise.all([1, 2, 3].map(() => payments.createOrder(order)));
    expect(new Set(created.map(({ id }) => id)).size).toBe(1);
  });

  it("not from a result that someone made up", async () => {
    const result = await paid(bench());
    const { payments } = bench();
    expect(payments.isGenuine({ ...result, paymentId: "pay_other" })).toBe(false);
    for (const signature of ["", "zz", result.signature.slice(2), `${result.signature}00`]) {
      expect(payments.isGenuine({ ...result, signature })).toBe(false);
    }
  });

  it("not when the bank declines, and lets the customer try again", async () => {
    const { payments, decline, pay } = bench();
    const created = await payments.createOrder(order);
    const form = payments.checkout(created, pages);
    expect(new URL(form.action).origin).toBe(payments.pageOrigin);
    expect(payments.resultFrom(await decline(form))).toBeUndefined();
    const { paymentId } = resultOf(payments, await pay(form));
    expect((await payments.get(paymentId)).status).toBe("authorised");
  });

  it.each([0, -1, 10.005, Number.NaN])("never for an amount of %d", async (amount) => {
    expect((await failureOf(bench().payments.createOrder({ ...order, amount }))).kind).toBe("final");
  });

  it.each(["", "o".repeat(41)])("never for the order id %j", async (orderId) => {
    expect((await failureOf(bench().payments.createOrder({ ...order, orderId }))).kind).toBe("final");
  });

  it("never for an order that had another amount, nor another amount than was authorised", async () => {
    const { paymentId } = await paid(bench());
    const { payments } = bench();
    expect((await failureOf(payments.createOrder({ ...order, amount: 1 }))).kind).toBe("final");
    expect((await failureOf(payments.capture({ paymentId, amount: 1 }))).kind).toBe("final");
    expect((await payments.get(paymentId)).status).toBe("authorised");
  });
}

function refundContract(bench: () => PaymentsBench): void {
  it("in part, then all that is left", async () => {
    const paymentId = await captured(bench());
    const { payments } = bench();
    const part = await payments.refund({ paymentId, amount: 1000, key: "refund:ord_456:1" });
    expect(part).toMatchObject({ paymentId, amount: 1000 });
    expect(await payments.get(paymentId)).toMatchObject({ refunded: 1000, status: "captured" });
    expect((await payments.refund({ paymentId, key: "refund:ord_456:2" })).amount).toBe(250.5);
    expect(await payments.get(paymentId)).toMatchObject({ refunded: 1250.5, status: "refunded" });
  });

  it("once per key, also when the answer was lost", async () => {
    const paymentId = await captured(bench());
    const { payments, failNext } = bench();
    const refund = { paymentId, amount: 500, key: "refund:ord_456:1" };
    failNext({ cut: true });
    expect((await failureOf(payments.refund(refund))).kind).toBe("retryable");
    const first = await payments.refund(refund);
    expect(await payments.refund(refund)).toEqual(first);
    expect((await payments.get(paymentId)).refunded).toBe(500);
  });

  it("and says when the bank has it, or did not take it", async () => {
    const paymentId = await captured(bench());
    const { payments, settleRefunds } = bench();
    const asked = await payments.refund({ paymentId, key: "refund:ord_456" });
    expect(asked).toMatchObject({ paymentId, amount: order.amount, status: "pending" });
    await settleRefunds("failed");
    expect(await payments.getRefund(asked.id)).toEqual({ ...asked, status: "failed" });
    expect(await payments.get(paymentId)).toMatchObject({ refunded: 0, status: "captured" });
    const again = await payments.refund({ paymentId, key: "refund:ord_456:again" });
    await settleRefunds("processed");
    expect(await payments.refundsOf(paymentId)).toEqual([
      { ...again, status: "processed" },
      { ...asked, status: "failed" },
    ]);
    expect(await payments.get(paymentId)).toMatchObject({ refunded: order.amount, status: "refunded" });
  });

  it("once, when two give back all that is left, at once and one after the other", async () => {
    const paymentId = await captured(bench());
    const { payments } = bench();
    const keys = ["refund:ord_456", "release:pay", "refund:ord_456"];
    const asked = await Promise.allSettled(keys.map((key) => payments.refund({ paymentId, key })));
    const later = await payments.refund({ paymentId, key: "somebody:else" });
    for (const one of asked) {
      // The same key at once is in progress, and tried again.
      if (one.status === "rejected") expect(one.reason).toMatchObject({ kind: "retryable", status: 409 });
      else expect(one.value).toEqual(later);
    }
    expect(await payments.refundsOf(paymentId)).toHaveLength(1);
  });

  it("never for a key of another refund, more than was paid, or before it was captured", async () => {
    const { payments } = bench();
    const { paymentId } = await paid(bench());
    expect((await failureOf(payments.refund({ paymentId, key: "early" }))).kind).toBe("final");
    await payments.capture({ paymentId, amount: order.amount });
    expect((await failureOf(payments.refund({ paymentId, amount: 1251, key: "much" }))).kind).toBe("final");
    await payments.refund({ paymentId, amount: 100, key: "same" });
    expect((await failureOf(payments.refund({ paymentId, amount: 200, key: "same" }))).kind).toBe("final");
    expect((await payments.get(paymentId)).refunded).toBe(100);
  });
}

function listContract(bench: () => PaymentsBench): void {
  const whole = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

  it("every payment and refund of a span, a page at a time and newest first", async () => {
    const { payments, pay } = bench();
    const paymentIds: string[] = [];
    for (let n = 0; n < 103; n += 1) {
      const form = payments.checkout(await payments.createOrder({ orderId: `ord_${n}`, amount: 10 }), pages);
      paymentIds.unshift(resultOf(payments, await pay(form)).paymentId);
    }
    const first = await payments.listPayments(whole);
    const { next: cursor } = first;
    if (cursor === undefined) throw new Error("The first page says that it is the last.");
    const second = await payments.listPayments({ ...whole, cursor });
    expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual(paymentIds);
    expect(second).not.toHaveProperty("next");
    expect(await payments.listPayments({ ...whole, to: "2021-01-01T00:00:00Z" })).toEqual({ entries: [] });
    expect(await payments.listRefunds(whole)).toEqual({ entries: [] });
  });

  it("the refunds among them", async () => {
    const paymentId = await captured(bench());
    const { payments } = bench();
    const first = await payments.refund({ paymentId, amount: 1000, key: "refund:ord_456:1" });
    const second = await payments.refund({ paymentId, key: "refund:ord_456:2" });
    expect((await payments.listRefunds(whole)).entries).toEqual([second, first]);
    expect(await payments.refundsOf(paymentId)).toEqual([second, first]);
  });

  it("nothing from a cursor or a time that nobody gave", async () => {
    const { payments } = bench();
    for (const span of [
      { ...whole, cursor: "next" },
      { ...whole, from: "yesterday" },
    ]) {
      expect((await failureOf(payments.listPayments(span))).kind).toBe("final");
    }
  });
}

/** Ids are not personal; here they stand for whatever a caller might pass by mistake. */
const paymentId = personal.email;
const calls: [string, (payments: Payments) => Promise<unknown>][] = [
  ["createOrder", (payments) => payments.createOrder({ orderId: personal.phone, amount: 10 })],
  ["capture", (payments) => payments.capture({ paymentId, amount: 10 })],
  ["refund", (payments) => payments.refund({ paymentId, key: personal.name })],
  ["get", (payments) => payments.get(paymentId)],
  ["getOrder", (payments) => payments.getOrder(paymentId)],
  ["getRefund", (payments) => payments.getRefund(paymentId)],
  ["refundsOf", (payments) => payments.refundsOf(paymentId)],
  ["getDispute", (payments) => payments.getDispute(paymentId)],
];

function failureContract(bench: () => PaymentsBench): void {
  describe.each(calls)("%s", (_name, call) => {
    it("with final for a wrong key", async () => {
      expect(await failureOf(call(bench().unauthorised))).toMatchObject({ kind: "final", status: 401 });
    });

    it("with retryable and the wait the vendor asks for over the rate limit", async () => {
      bench().failNext({ status: 429, retryAfter: 2 });
      const error = await failureOf(call(bench().payments));
      expect(error).toMatchObject({ kind: "retryable", status: 429, retryAfter: 2000 });
    });

    it.each([500, 502, 503])("with retryable for a %i, without retrying by itself", async (status) => {
      bench().failNext({ status });
      expect(await failureOf(call(bench().payments))).toMatchObject({ kind: "retryable", status });
    });

    it("with retryable when a request of the same key is in progress", async () => {
      bench().failNext({ status: 409 });
      expect((await failureOf(call(bench().payments))).kind).toBe("retryable");
    });

    it("with retryable when no answer comes in time", async () => {
      bench().failNext({ delay: 2000 });
      const error = await failureOf(call(bench().impatient));
      expect(error).toMatchObject({ kind: "retryable", code: "ETIMEDOUT" });
    });

    it.each<Fault>([{ drop: true }, { malformed: true }])("with retryable for %j", async (fault) => {
      bench().failNext(fault);
      expect((await failureOf(call(bench().payments))).kind).toBe("retryable");
    });

    it("with retryable when the vendor cannot be reached", async () => {
      expect((await failureOf(call(bench().unreachable))).kind).toBe("retryable");
    });
  });

  it.each(calls.slice(1))("%s with final for an unknown id", async (_name, call) => {
    expect((await failureOf(call(bench().payments))).kind).toBe("final");
  });
}
