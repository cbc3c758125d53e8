import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { Resident } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { registrationSettled, toRegistrationSteps } from "./registration-steps.ts";

const at = "2026-11-22T02:00:00.000Z";

const resident: Resident = {
  userId: "user_1",
  firstName: "Maya",
  lastName: "",
  email: "maya@example.com",
  status: "pending",
  standing: "pending",
  registeredAt: at,
};

const verification = { userId: "user_1", status: "pending", openedAt: at } as const;

const delivery = (status: RecordedDelivery["status"]): RecordedDelivery => ({
  key: `verification-request:user_1:${status}`,
  subject: "user_1",
  workflow: "user-registration-workflow",
  recipient: "admin",
  channel: "email",
  status,
  recordedAt: at,
});

it("a fresh registration waits for its verification and the admins", () => {
  const steps = toRegistrationSteps({ resident, verification: undefined, deliveries: [] });
  expect(steps.map(({ state }) => state)).toEqual(["done", "pending", "pending", "pending"]);
  expect(registrationSettled(steps)).toBe(false);
});

it("once one admin was asked only their decision is open", () => {
  const steps = toRegistrationSteps({
    resident,
    verification,
    deliveries: [delivery("failed"), delivery("sent")],
  });
  expect(steps.map(({ state }) => state)).toEqual(["done", "done", "done", "pending"]);
  expect(registrationSettled(steps)).toBe(true);
});

it.each(["failed", "unknown"] as const)("an email to the admins that is %s shows as that", (status) => {
  const steps = toRegistrationSteps({ resident, verification, deliveries: [delivery(status)] });
  expect(steps.find(({ id }) => id === "reviewers")?.state).toBe(status);
});

it.each([
  ["verified", "done"],
  ["rejected", "failed"],
] as const)("a resident who was %s sees it", (status, state) => {
  const decided = toRegistrationSteps({ resident: { ...resident, status }, verification, deliveries: [] });
  expect(decided.at(-1)).toMatchObject({ id: "decision", state });
});
