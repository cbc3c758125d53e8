import type { RecordedDelivery } from "@org/stores/deliveries/port";
import type { ShopkeeperApplication } from "@org/stores/mohallamart/port";
import type { Step } from "../design/step.ts";

export interface ApplicationState {
  application: ShopkeeperApplication;
  listed: boolean;
  /** Of messages about the application. */
  deliveries: readonly RecordedDelivery[];
}

export function toApplicationSteps({ application, listed, deliveries }: ApplicationState): Step[] {
  return [
    { id: "applied", title: "Application received", state: "done", at: application.appliedAt },
    staffStep(deliveries),
    decisionStep(application),
    ...(application.status === "approved" ? [openStep(listed), accessStep(application)] : []),
  ];
}

/** Whether somebody has decided, and all that follows from it is done. */
export function applicationSettled(steps: readonly Step[]): boolean {
  return steps.every(({ id, state }) => id === "staff" || state !== "pending");
}

function staffStep(deliveries: readonly RecordedDelivery[]): Step {
  const toStaff = deliveries.filter(({ recipient }) => recipient === "admin");
  const sent = toStaff.find(({ status }) => status === "sent");
  if (sent) return { id: "staff", title: "MohallaMart was asked", state: "done", at: sent.recordedAt };
  const last = toStaff.at(-1);
  if (!last) return { id: "staff", title: "Asking MohallaMart", state: "pending" };
  return {
    id: "staff",
    title: "MohallaMart could not be reached by email yet",
    detail: "Your application is in the list all the same. Nothing is needed from you.",
    state: last.status === "unknown" ? "unknown" : "failed",
    at: last.recordedAt,
  };
}

function decisionStep({ status, decidedAt, rejection }: ShopkeeperApplication): Step {
  switch (status) {
    case "applied":
      return {
        id: "decision",
        title: "Waiting to be verified",
        detail: "Someone calls you within two days or so.",
        state: "pending",
      };
    case "approved":
      return { id: "decision", title: "You are approved", state: "done", at: decidedAt };
    case "rejected":
      return {
        id: "decision",
        title: "Your application was turned down",
        detail: `${rejection} Once that is different you are welcome to apply again.`,
        state: "failed",
        at: decidedAt,
      };
    case "lapsed":
      return {
        id: "decision",
        title: "Your application has lapsed",
        detail: "We could not verify the shop within 14 days. You are welcome to apply again.",
        state: "failed",
        at: decidedAt,
      };
  }
}

function openStep(listed: boolean): Step {
  return listed
    ? { id: "open", title: "Customers see your shop", state: "done" }
    : { id: "open", title: "Opening your shop", state: "pending" };
}

function accessStep({ dashboardAccess }: ShopkeeperApplication): Step {
  return dashboardAccess
    ? { id: "access", title: "You can sign in as its shopkeeper", state: "done" }
    : { id: "access", title: "Giving you the keys", state: "pending" };
}
