import { userId as userIdSchema } from "@org/events/fields";
import type { Resident } from "@org/stores/ten-ocean/port";
import type { Step } from "../design/step.ts";
import { versionOf, type Watched } from "../live/watch.ts";
import { tenOcean } from "../stores.ts";
import { registrationSettled, toRegistrationSteps } from "./registration-steps.ts";

export interface FoundRegistration extends Watched {
  resident: Resident;
  steps: Step[];
}

/** A registration with what has happened to it; undefined when the id is malformed or not known. */
export async function findRegistration(userId: string): Promise<FoundRegistration | undefined> {
  if (!userIdSchema.safeParse(userId).success) return undefined;
  const { residents, verifications, deliveries } = tenOcean();
  const [resident, verification, sent] = await Promise.all([
    residents.get(userId),
    verifications.get(userId),
    deliveries.list({ subject: userId }),
  ]);
  if (!resident) return undefined;
  const steps = toRegistrationSteps({ resident, verification, deliveries: sent });
  return { resident, steps, version: versionOf(steps), settled: registrationSettled(steps) };
}
