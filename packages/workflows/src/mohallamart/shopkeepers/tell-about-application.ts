import type { CausingEvent } from "@org/events";
import type { WorkflowStep } from "../../client.ts";
import { type asked, askForEmails } from "../notifications/ask-for-messages.ts";
import type { Uses } from "../ports.ts";
import { applicationLapsed, shopApplication } from "./emails.tsx";

/** `request`: when someone has applied; `reminder`: when nobody has decided for a while. */
type Round = "request" | "reminder";

interface Telling {
  shopkeeperId: string;
  cause: CausingEvent;
}

/** Asks everyone on the staff to decide on an application. @returns how many they are. */
export async function tellStaff(
  step: WorkflowStep,
  { staff }: Uses<{ staff: "list" }>,
  { shopkeeperId, cause, round, waitingDays }: Telling & { round: Round; waitingDays: number },
): Promise<number> {
  const staffIds: string[] = await step.run(`fetch-staff:${round}`, async () =>
    (await staff.list()).map(({ staffId }) => staffId),
  );
  await askForEmails(
    step,
    `tell-staff:${round}`,
    staffIds.map((staffId) => ({
      key: `shop-application:${shopkeeperId}:${round}:${staffId}:email`,
      content: shopApplication.of({ shopkeeperId, staffId, waitingDays }),
      about: shopkeeperId,
      askedBy: "verify-shopkeeper",
      recipient: "admin",
      cause,
    })),
  );
  return staffIds.length;
}

/** Tells the applicant that their application has lapsed. */
export function tellApplicant(step: WorkflowStep, { shopkeeperId, cause }: Telling): Promise<typeof asked> {
  return askForEmails(step, "tell-applicant", [
    {
      key: `application-lapsed:${shopkeeperId}:email`,
      content: applicationLapsed.of({ shopkeeperId }),
      about: shopkeeperId,
      askedBy: "verify-shopkeeper",
      recipient: "shopkeeper",
      cause,
    },
  ]);
}
