import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { Resident, Verification } from "@org/stores/ten-ocean/port";
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

const verification: Verification = {
  userId: "user_1",
  round: 1,
  purpose: "registration",
  status: "pending",
  openedAt: at,
};

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
});

it("once one admin was asked only their decision is open", () => {
  const steps = toRegistrationSteps({
    resident,
    verification,
    deliveries: [delivery("failed"), delivery("sent")],
  });
  expect(steps.map(({ state }) => state)).toEqual(["done", "done", "done", "pending"]);
});

it.each(["failed", "unknown"] as const)("an email to the admins that is %s shows as that", (status) => {
  const steps = toRegistrationSteps({ resident, verification, deliveries: [delivery(status)] });
  expect(steps.find(({ id }) => id === "reviewers")?.state).toBe(status);
});

it("a rejection shows its reason, and a lapse what happened", () => {
  const decided = { ...verification, status: "rejected", reason: "No lease.", decidedAt: at } as const;
  const rejected = {
    resident: { ...resident, status: "rejected" },
    verification: decided,
    deliveries: [],
  } as const;
  expect(toRegistrationSteps(rejected).at(-1)).toMatchObject({ detail: "The reason: No lease.", at });
  const lapsed = { ...rejected, resident: { ...resident, status: "lapsed" } } as const;
  expect(toRegistrationSteps(lapsed).at(-1)).toMatchObject({
    title: "Your registration has lapsed",
    state: "failed",
  });
});

it.each([
  ["pending", "in a moment"],
  ["resident", "Sign in with your email address"],
] as const)("whoever is verified and %s reads what they can do", (standing, detail) => {
  const found = {
    resident: { ...resident, status: "verified", standing },
    verification,
    deliveries: [],
  } as const;
  expect(toRegistrationSteps(found).at(-1)?.detail).toContain(detail);
});

it.each(["alumni", "suspended"] as const)("says nothing of somebody being %s", (standing) => {
  const verified = { ...resident, status: "verified", standing } as const;
  const step = toRegistrationSteps({ resident: verified, verification, deliveries: [] }).at(-1);
  expect(step).toMatchObject({ title: "You are verified", detail: undefined });
});

it.each([
  ["verified", "done"],
  ["rejected", "failed"],
] as const)("a resident who was %s sees it", (status, state) => {
  const decided = toRegistrationSteps({ resident: { ...resident, status }, verification, deliveries: [] });
  expect(decided.at(-1)).toMatchObject({ id: "decision", state });
});

it.each([
  ["pending", "pending", false],
  ["verified", "pending", false],
  ["verified", "resident", true],
  ["rejected", "pending", true],
  ["lapsed", "pending", true],
] as const)(
  "the page of a registration that is %s, of somebody %s, has nothing more to wait for: %s",
  (status, standing, settled) => {
    expect(registrationSettled({ status, standing })).toBe(settled);
  },
);
