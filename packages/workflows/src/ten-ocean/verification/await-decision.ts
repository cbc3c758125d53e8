import { userRejected } from "@org/events/ten-ocean/user-rejected";
import { userVerified } from "@org/events/ten-ocean/user-verified";
import type { Verification } from "@org/stores/ten-ocean/port";
import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { type Case, type CasePorts, findCase } from "./find-case.ts";
import { newUnitLapsed } from "./new-unit-lapsed.tsx";
import { registrationLapsed } from "./registration-lapsed.tsx";
import { verificationReminder } from "./verification-reminder.tsx";
import { verificationRequest } from "./verification-request.tsx";

export type DecisionPorts = CasePorts & Uses<{ verifications: "get" | "lapse" }>;

/**
 * A function that waits for a decision ends with it. Of one that came before the function could hear it, the store
 * knows: it is asked after each wait.
 */
export const endsWithDecision = [
  { event: userVerified.event, match: "data.userId" },
  { event: userRejected.event, match: "data.userId" },
];

/**
 * Asks those who may decide, reminds them after 3 and 7 days, and lets it lapse after 14, which the resident is told.
 * @returns what became of it, as far as this run saw it.
 */
export async function awaitDecision(
  ports: DecisionPorts,
  step: WorkflowStep,
  { userId, round }: Pick<Verification, "userId" | "round">,
): Promise<Case["status"]> {
  const asked = await step.run("find-reviewers", () => findCase(ports, { userId, round }));
  if (asked.status !== "pending") return asked.status;
  if (asked.reviewers.length === 0) {
    throw new NonRetriableError(
      `Nobody can verify resident ${userId}: the association has no admin. Add one, and replay the run.`,
    );
  }
  const occasion = [userId, String(round)];
  const about = { about: userId };
  const { reviewers: userIds, data } = asked;
  await tell(step, "notify-admins", { template: verificationRequest, occasion, userIds, data, ...about });

  await step.sleep("wait-3-days", "3d");
  const afterThree = await step.run("look-after-3-days", () => findCase(ports, { userId, round }));
  if (afterThree.status !== "pending") return afterThree.status;
  await tell(step, "remind-after-3-days", { ...reminder(afterThree, occasion, 3), ...about });

  await step.sleep("wait-4-days-more", "4d");
  const afterSeven = await step.run("look-after-7-days", () => findCase(ports, { userId, round }));
  if (afterSeven.status !== "pending") return afterSeven.status;
  await tell(step, "remind-after-7-days", { ...reminder(afterSeven, occasion, 7), ...about });

  await step.sleep("wait-until-it-lapses", "7d");
  const end = await step.run("lapse", async () => {
    // Whoever is first wins; what the store says afterwards is the outcome, also when this is repeated.
    await ports.verifications.lapse(userId, round);
    return findCase(ports, { userId, round });
  });
  if (end.status !== "lapsed") return end.status;
  const lapsed = { occasion, userIds: [userId], ...about };
  if (end.data.purpose === "move") {
    const { unit } = end.data;
    await tell(step, "tell-resident-of-lapse", { template: newUnitLapsed, data: { unit }, ...lapsed });
  } else {
    await tell(step, "tell-applicant-of-lapse", {
      template: registrationLapsed,
      data: { userId },
      ...lapsed,
    });
  }
  return end.status;
}

function reminder({ reviewers, data }: Case, occasion: readonly string[], waitingDays: number) {
  return {
    template: verificationReminder,
    occasion: [...occasion, `${waitingDays}d`],
    userIds: reviewers,
    data: { ...data, waitingDays, daysLeft: 14 - waitingDays },
  };
}
