import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { Resident, Verification } from "@org/stores/ten-ocean/port";
import type { Step } from "#src/design/step.ts";

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
    decisionStep(resident, verification),
  ];
}

/** Whether somebody has decided; whoever is verified is let in a moment later. */
export function registrationSettled({ status, standing }: Pick<Resident, "status" | "standing">): boolean {
  return status === "verified" ? standing !== "pending" : status !== "pending";
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

function decisionStep(
  { status, standing }: Resident,
  { decidedAt: at, reason }: Partial<Verification> = {},
): Step {
  const id = "decision";
  switch (status) {
    case "pending":
      return {
        id,
        title: "Waiting for an admin’s decision",
        detail: "This takes a person, mostly a day or two. After two weeks without a decision it lapses.",
        state: "pending",
      };
    case "verified":
      return { id, title: "You are verified", detail: accessOf(standing), state: "done", at };
    case "rejected":
      return {
        id,
        title: "Your registration was not accepted",
        detail: reason ? `The reason: ${reason}` : "No reason was given.",
        state: "failed",
        at,
      };
    case "lapsed":
      return {
        id,
        title: "Your registration has lapsed",
        detail: "We are sorry: nobody decided in two weeks.",
        state: "failed",
        at,
      };
  }
}

/** Nothing of somebody who moved out or is suspended: other members may know the page's address. */
function accessOf(standing: Resident["standing"]): string | undefined {
  switch (standing) {
    case "pending":
      return "You can sign in in a moment.";
    case "resident":
      return "Sign in with your email address: we send you a code.";
    default:
      return undefined;
  }
}
