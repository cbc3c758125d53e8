import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Payment, Refund } from "@org/integrations/payments/port";
import type { BookedPayment } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { paymentDifferences, refundDifferences, unsettledDifferences } from "./money-differences.ts";

const now = new Date("2026-11-20T00:00:00Z");
const order: BookedPayment = {
  orderId: "ord_1",
  paymentId: "pay_1",
  amount: 120,
  status: "captured",
  order: "placed",
  placedAt: "2026-11-19T00:00:00.000Z",
  refunds: [],
};
const payment: Payment = {
  id: "pay_1",
  paymentOrderId: "order_1",
  amount: 120,
  refunded: 0,
  status: "captured",
};
const refund: Refund = { id: "rfnd_1", paymentId: "pay_1", amount: 120, status: "processed" };

async function ofPayment(theirs: Partial<Payment>, ours?: Partial<BookedPayment>): Promise<string[]> {
  const books = {
    money: { findMany: async () => (ours ? [{ ...order, ...ours }] : []) },
    checkouts: { findByPayment: async () => undefined },
  };
  return (await paymentDifferences(books, [{ ...payment, ...theirs }])).map(({ kind }) => kind);
}

it.each([
  ["both took it", {}, {}, []],
  ["both gave it back", { status: "refunded" }, { status: "refunded" }, []],
  ["both only reserved it, which an order waits for", { status: "authorised" }, { status: "authorised" }, []],
  ["the vendor took it and we did not hear", {}, { status: "authorised" }, ["taken-not-booked"]],
  ["the vendor took it of an order that we gave up", {}, { status: "failed" }, ["taken-not-booked"]],
  ["we booked what the vendor only reserved", { status: "authorised" }, {}, ["booked-not-taken"]],
  ["the vendor took another amount", { amount: 119 }, {}, ["other-amount"]],
  ["nobody ordered anything with it", {}, undefined, ["taken-for-no-order"]],
  ["nobody ordered anything with what is only reserved", { status: "authorised" }, undefined, []],
] as const)("of a payment where %s", async (_what, theirs, ours, kinds) => {
  expect(await ofPayment(theirs, ours)).toEqual(kinds);
});

it.each([
  ["we know", [{ refundId: "rfnd_1", amount: 120, status: "processed" }], "processed", [], 0],
  ["nobody told us of", [], "processed", ["refund-news-missed"], 1],
  [
    "failed unheard",
    [{ refundId: "rfnd_1", amount: 120, status: "pending" }],
    "failed",
    ["refund-news-missed"],
    1,
  ],
  [
    "we ended too early",
    [{ refundId: "rfnd_1", amount: 120, status: "processed" }],
    "pending",
    ["refund-not-ended"],
    0,
  ],
] as const)("of a refund that %s", (_what, refunds, status, kinds, booked) => {
  const found = refundDifferences([{ ...refund, status }], [{ ...order, refunds: [...refunds] }]);
  expect(found.differences.map(({ kind }) => kind)).toEqual(kinds);
  expect(found.missed).toHaveLength(booked);
});

it("leaves a refund alone that is of no order, or of a payment that nobody took", () => {
  expect(refundDifferences([refund], [])).toEqual({ differences: [], missed: [] });
  expect(refundDifferences([refund], [{ ...order, status: "authorised" }])).toEqual({
    differences: [],
    missed: [],
  });
});

it.each([
  ["is only reserved", { status: "authorised" }, "not-captured"],
  ["is reserved, of an order that was cancelled", { status: "authorised", order: "cancelled" }, undefined],
  ["was refused after the goods had left", { status: "failed", order: "shipped" }, "not-paid"],
  ["was not asked back", { order: "cancelled" }, "refund-owed"],
  ["did not arrive", { order: "cancelled", refund: "failed" }, "refund-failed"],
  ["is on its way", { order: "cancelled", refund: "pending" }, undefined],
  [
    "is on its way for weeks",
    { order: "cancelled", refund: "pending", placedAt: "2026-11-01T00:00:00Z" },
    "refund-late",
  ],
] as const)("of an order whose money %s", (_what, changes, kind) => {
  expect(unsettledDifferences([{ ...order, ...changes }], now).map((found) => found.kind)).toEqual(
    kind === undefined ? [] : [kind],
  );
});

it("has a row in the runbook for each kind", () => {
  const source = readFileSync(join(import.meta.dirname, "money-differences.ts"), "utf8");
  const runbook = readFileSync(join(import.meta.dirname, "../../../../../docs/runbooks/payments.md"), "utf8");
  const kinds = [...source.matchAll(/kind: "([a-z-]+)"/g)].map(([, kind]) => kind);
  expect(kinds.length).toBeGreaterThan(8);
  for (const kind of kinds) expect(runbook).toContain(`\`${kind}\``);
});
