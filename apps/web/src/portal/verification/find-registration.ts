import { userId as userIdSchema } from "@org/events/fields";
import type { Resident, Verification, Verifications } from "@org/stores/ten-ocean/port";
import type { Step } from "#src/design/step.ts";
import { versionOf, type Watched } from "#src/live/watch.ts";
import { tenOcean } from "#src/stores.ts";
import { registrationSettled, toRegistrationSteps } from "./registration-steps.ts";

export interface FoundRegistration extends Watched {
  resident: Resident;
  /** Whether they may ask again: nobody decided, or it was turned down. */
  mayAskAgain: boolean;
  steps: Step[];
}

/** A registration with what has happened to it; undefined when the id is malformed or not known. */
export async function findRegistration(userId: string): Promise<FoundRegistration | undefined> {
  if (!userIdSchema.safeParse(userId).success) return undefined;
  const { residents, verifications, deliveries } = tenOcean();
  const [resident, verification, sent] = await Promise.all([
    residents.get(userId),
    latestRegistration(verifications, userId),
    deliveries.list({ subject: userId }),
  ]);
  if (!resident) return undefined;
  // What was sent about an earlier one says nothing of this one.
  const about = sent.filter(({ recordedAt }) => recordedAt >= (verification?.openedAt ?? ""));
  const steps = toRegistrationSteps({ resident, verification, deliveries: about });
  const { status } = resident;
  return {
    resident,
    mayAskAgain: status === "rejected" || status === "lapsed",
    steps,
    version: versionOf(steps),
    settled: registrationSettled(resident),
  };
}

/** A resident's later requests for another unit are no matter of this page. */
async function latestRegistration(
  verifications: Pick<Verifications, "get">,
  userId: string,
): Promise<Verification | undefined> {
  let latest = await verifications.get(userId);
  while (latest?.purpose === "move") latest = await verifications.get(userId, latest.round - 1);
  return latest;
}
