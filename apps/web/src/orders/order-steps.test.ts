import type { OrderProgress } from "@org/integrations/stores/mohallamart/port";
import { expect, test } from "vitest";
import { isSettled, toOrderSteps } from "./order-steps.ts";

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

const statesOf = (progress: OrderProgress) =>
  toOrderSteps(progress, "Hari Fresh").map(({ id, state }) => `${id} ${state}`);

test("an order that was just placed has everything else before it", () => {
  expect(statesOf(fresh)).toEqual([
    "placed done",
    "stock pending",
    "email pending",
    "sms pending",
    "shopkeeper pending",
  ]);
  expect(isSettled(fresh)).toBe(false);
});

test("an order is settled when the last step has ended", () => {
  expect(statesOf(done).every((step) => step.endsWith(" done"))).toBe(true);
  expect(isSettled(done)).toBe(true);
  for (const missing of [
    { stockTakenAt: undefined },
    { shopkeeper: fresh.shopkeeper },
    { confirmation: { ...done.confirmation, sms: fresh.confirmation.sms } },
    { confirmation: { ...done.confirmation, email: fresh.confirmation.email } },
  ]) {
    expect(isSettled({ ...done, ...missing })).toBe(false);
  }
});

test("a message that failed ends its step and says what that means", () => {
  const failed: OrderProgress = {
    ...done,
    confirmation: { email: { status: "unknown", at }, sms: { status: "failed", at, reason: "21211" } },
  };
  expect(isSettled(failed)).toBe(true);
  const steps = toOrderSteps(failed, "Hari Fresh");
  expect(steps.find(({ id }) => id === "sms")).toMatchObject({ state: "failed", detail: expect.any(String) });
  expect(steps.find(({ id }) => id === "email")).toMatchObject({
    state: "unknown",
    detail: expect.any(String),
  });
  expect(JSON.stringify(steps)).not.toContain("21211");
});

test("each move of the order is a step", () => {
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

test("nothing more is awaited of a cancelled order", () => {
  const cancelled: OrderProgress = {
    ...fresh,
    status: "cancelled",
    history: [...fresh.history, { status: "cancelled", at }],
  };
  expect(isSettled(cancelled)).toBe(true);
  expect(statesOf(cancelled)).toEqual(["placed done", "cancelled failed"]);
});
