import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { ShopkeeperApplication } from "@org/stores/mohallamart/port";
import { expect, it } from "vitest";
import { applicationSettled, toApplicationSteps } from "./application-steps.ts";

const at = "2026-11-22T02:00:00.000Z";

const application: ShopkeeperApplication = {
  shopkeeperId: "sk_1",
  shopId: "shop_1",
  status: "applied",
  appliedAt: at,
  dashboardAccess: false,
};

const toStaff = (status: RecordedDelivery["status"]): RecordedDelivery => ({
  key: `shop-application:sk_1:${status}`,
  subject: "sk_1",
  workflow: "verify-shopkeeper",
  recipient: "admin",
  channel: "email",
  status,
  recordedAt: at,
});

function stepsOf(changes: Partial<ShopkeeperApplication>, deliveries: RecordedDelivery[], listed = false) {
  const steps = toApplicationSteps({ application: { ...application, ...changes }, listed, deliveries });
  return { steps: steps.map(({ id, state }) => `${id} ${state}`), settled: applicationSettled(steps) };
}

it("a fresh application waits for staff to be asked", () => {
  const steps = ["applied done", "staff pending", "decision pending"];
  expect(stepsOf({}, [])).toEqual({ steps, settled: false });
});

it("once staff were asked only their decision is open, and the page waits for it", () => {
  const steps = ["applied done", "staff done", "decision pending"];
  expect(stepsOf({}, [toStaff("failed"), toStaff("sent")])).toEqual({ steps, settled: false });
});

it.each(["failed", "unknown"] as const)("an email to staff that is %s shows as that", (status) => {
  expect(stepsOf({}, [toStaff(status)]).steps).toContain(`staff ${status}`);
});

it("an approved shop opens before the page is done", () => {
  const asked = [toStaff("sent")];
  expect(stepsOf({ status: "approved" }, asked)).toMatchObject({ settled: false });
  const open = stepsOf({ status: "approved", dashboardAccess: true }, asked, true);
  expect(open).toEqual({
    steps: ["applied done", "staff done", "decision done", "open done", "access done"],
    settled: true,
  });
});

it("an application that has lapsed is over", () => {
  expect(stepsOf({ status: "lapsed" }, [toStaff("sent")])).toMatchObject({
    steps: expect.arrayContaining(["decision failed"]),
    settled: true,
  });
});

it("an application that was turned down is over, and says why", () => {
  const rejection = "We could not find the shop.";
  const rejected: Partial<ShopkeeperApplication> = { status: "rejected", rejection };
  expect(stepsOf(rejected, [toStaff("sent")])).toEqual({
    steps: ["applied done", "staff done", "decision failed"],
    settled: true,
  });
  const [, , decision] = toApplicationSteps({
    application: { ...application, ...rejected },
    listed: false,
    deliveries: [],
  });
  expect(decision?.detail).toContain(rejection);
  expect(decision?.detail).toContain("apply again");
});
