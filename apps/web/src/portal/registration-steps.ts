import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { Resident, Verification } from "@org/stores/ten-ocean/port";
import type { Step } from "../design/step.ts";

export interface RegistrationState {
  resident: Resident;
  verification: Verification | undefined;
  /** Of messages about the resident. */
  deliveries: readonly RecordedDelivery[];
}

export function toRegistrationSteps({ resident, verification, deliveries }: RegistrationState): Step[] {
  return [
    { id: "registered", title: "Registration received", state: "done", at: resident.registeredAt },
    verification
      ? { id: "queued", title: "Verification opened", state: "done", at: verification.openedAt }
      : { id: "queued", title: "Opening your verification", state: "pending" },
    reviewersStep(deliveries),
    decisionStep(resident),
  ];
}

/** Whether nothing more happens until a person decides. */
export function registrationSettled(steps: readonly Step[]): boolean {
  return steps.every(({ id, state }) => id === "decision" || state !== "pending");
}

function reviewersStep(deliveries: readonly RecordedDelivery[]): Step {
  const toAdmins = deliveries.filter(({ recipient }) => recipient === "admin");
  const sent = toAdmins.find(({ status }) => status === "sent");
  if (sent) return { id: "reviewers", title: "The admins were asked", state: "done", at: sent.recordedAt };
  const last = toAdmins.at(-1);
  if (!last) return { id: "reviewers", title: "Asking the admins", state: "pending" };
  return {
    id: "reviewers",
    title: "The admins could not be reached by email yet",
    detail: "Your registration is in their list all the same. Nothing is needed from you.",
    state: last.status === "unknown" ? "unknown" : "failed",
    at: last.recordedAt,
  };
}

function decisionStep({ status }: Resident): Step {
  switch (status) {
    case "pending":
      return {
        id: "decision",
        title: "Waiting for an admin’s decision",
        detail: "This takes a person, mostly a day or two.",
        state: "pending",
      };
    case "verified":
      return { id: "decision", title: "You are verified", state: "done" };
    case "rejected":
      return {
        id: "decision",
        title: "Your registration was not accepted",
        detail: "Speak to your floor captain if you think that is a mistake.",
        state: "failed",
      };
  }
}
