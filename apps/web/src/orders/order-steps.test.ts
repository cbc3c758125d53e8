import type { OrderPayment, OrderProgress, PaymentStatus } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { isFinal, toOrderSteps } from "./order-steps.ts";
import { disputeSteps } from "./payment-steps.ts";

const at = "2026-11-22T02:00:00.000Z";

const fresh: OrderProgress = {
  orderId: "ord_1",
  status: "placed",
  placedAt: at,
  confirmation: { email: { status: "pending" }, sms: { status: "pending" } },
  shopkeeper: { status: "pending" },
  history: [{ status: "placed", at }],
};

const done: OrderProgress = {
  ...fresh,
  stockTakenAt: at,
  confirmation: { email: { status: "sent", at }, sms: { status: "sent", at } },
  shopkeeper: { status: "sent", at },
};

const cash: OrderPayment = { orderId: "ord_1", amount: 60, status: "due" };
const paid = (status: PaymentStatus): OrderPayment => ({ ...cash, paymentId: "pay_1", status });

const statesOf = (progress: OrderProgress, payment = cash) =>
  toOrderSteps(progress, payment, "Hari Fresh").map(({ id, state }) => `${id} ${state}`);

it("an order that was just placed has everything else before it", () => {
  expect(statesOf(fresh)).toEqual([
    "placed done",
    "stock pending",
    "email pending",
    "sms pending",
    "shopkeeper pending",
  ]);
  expect(isFinal(fresh, cash)).toBe(false);
});

it("an order is final when it was delivered and the last step has ended, and not before", () => {
  expect(statesOf(done).every((step) => step.endsWith(" done"))).toBe(true);
  const delivered = { ...done, status: "delivered" } as const;
  expect(isFinal(delivered, cash)).toBe(true);
  for (const status of ["placed", "packed", "shipped"] as const) {
    expect(isFinal({ ...done, status }, cash)).toBe(false);
  }
  for (const missing of [
    { stockTakenAt: undefined },
    { shopkeeper: fresh.shopkeeper },
    { confirmation: { ...done.confirmation, sms: fresh.confirmation.sms } },
    { confirmation: { ...done.confirmation, email: fresh.confirmation.email } },
  ]) {
    expect(isFinal({ ...delivered, ...missing }, cash)).toBe(false);
  }
});

it("a message that failed ends its step and says what that means", () => {
  const failed: OrderProgress = {
    ...done,
    confirmation: { email: { status: "unknown", at }, sms: { status: "failed", at, reason: "21211" } },
  };
  expect(isFinal({ ...failed, status: "delivered" }, cash)).toBe(true);
  const steps = toOrderSteps(failed, cash, "Hari Fresh");
  expect(steps.find(({ id }) => id === "sms")).toMatchObject({ state: "failed", detail: expect.any(String) });
  expect(steps.find(({ id }) => id === "email")).toMatchObject({
    state: "unknown",
    detail: expect.any(String),
  });
  expect(JSON.stringify(steps)).not.toContain("21211");
});

it("each move of the order is a step", () => {
  const history: OrderProgress["history"] = [
    ...done.history,
    { status: "packed", at },
    { status: "shipped", at },
    { status: "delivered", at },
  ];
  expect(statesOf({ ...done, status: "delivered", history }).slice(-3)).toEqual([
    "packed done",
    "shipped done",
    "delivered done",
  ]);
});

const cancelled: OrderProgress = {
  ...fresh,
  status: "cancelled",
  history: [...fresh.history, { status: "cancelled", at }],
};

it("nothing more is awaited of a cancelled order", () => {
  expect(isFinal(cancelled, cash)).toBe(true);
  expect(statesOf(cancelled)).toEqual(["placed done", "cancelled failed"]);
});

it.each([
  ["authorised", "pending"],
  ["captured", "done"],
  ["failed", "failed"],
] as const)("a payment that is %s is a step that is %s", (status, state) => {
  expect(statesOf(done, paid(status)).slice(0, 3)).toEqual(["placed done", `payment ${state}`, "stock done"]);
});

it.each([
  ["authorised", "done", false],
  ["captured", "pending", false],
  ["refunded", "done", true],
  ["failed", "done", true],
] as const)("the money of a cancelled order, %s, comes last and is %s", (status, state, final) => {
  expect(statesOf(cancelled, paid(status))).toEqual(["placed done", "cancelled failed", `payment ${state}`]);
  expect(isFinal(cancelled, paid(status))).toBe(final);
});

it.each([
  ["pending", "pending", false],
  ["failed", "failed", false],
] as const)("a refund that is %s is told as %s, also of an order that stands", (refund, state, final) => {
  const payment = { ...paid("captured"), refund };
  expect(statesOf(cancelled, payment).at(-1)).toBe(`payment ${state}`);
  expect(isFinal(cancelled, payment)).toBe(final);
  expect(statesOf(done, payment)[1]).toBe(`payment ${state}`);
});

it.each([
  ["open", "pending"],
  ["under-review", "pending"],
  ["won", "done"],
  ["lost", "done"],
  ["closed", "done"],
] as const)("a dispute that is %s is a step that is %s", (status, state) => {
  const dispute = { disputeId: "disp_1", orderId: "ord_1", amount: 60, status };
  expect(disputeSteps([dispute])).toMatchObject([{ id: "dispute-disp_1", state }]);
});

it("a tracking number is told with the move that brought it", () => {
  const shipped: OrderProgress = {
    ...done,
    status: "shipped",
    history: [...done.history, { status: "shipped", at, trackingNumber: "BLR-42" }],
  };
  expect(toOrderSteps(shipped, cash, "Hari Fresh").at(-1)).toMatchObject({
    id: "shipped",
    detail: "Tracking number BLR-42",
  });
});

it.each([
  ["delivered", "done", "Confirmation delivered by SMS"],
  ["complained", "done", "Confirmation delivered by SMS"],
  ["undelivered", "failed", "The confirmation could not be sent by SMS"],
  ["bounced", "failed", "The confirmation could not be sent by SMS"],
  ["opted-out", "failed", "The confirmation could not be sent by SMS"],
] as const)("what a vendor reports as %s ends its step as %s", (reported, state, title) => {
  const later = "2026-11-22T02:05:00.000Z";
  const sms = { status: "sent", at, report: { state: reported, at: later } } as const;
  const progress = { ...done, confirmation: { ...done.confirmation, sms } };
  const steps = toOrderSteps(progress, cash, "Hari Fresh");
  expect(steps.find(({ id }) => id === "sms")).toMatchObject({ state, title, at: later });
  expect(isFinal({ ...progress, status: "delivered" }, cash)).toBe(true);
});

it("what the delivery partner told stands among the order's moves, by its time", () => {
  const moved: OrderProgress = {
    ...done,
    status: "delivered",
    history: [
      { status: "placed", at },
      { status: "shipped", at: "2026-11-22T03:00:00.000Z", trackingNumber: "DLV-7" },
      { status: "delivered", at: "2026-11-22T09:00:00.000Z" },
    ],
  };
  const parcel = [
    { noticeId: "msg_2", orderId: "ord_1", status: "attempt-failed", at: "2026-11-22T06:00:00.000Z" },
  ] as const;
  const steps = toOrderSteps(moved, cash, "Hari Fresh", parcel).map(({ id, state }) => `${id} ${state}`);
  expect(steps.slice(-3)).toEqual(["shipped done", "msg_2 failed", "delivered done"]);
});
