import * as z from "zod";
import { caseData, whoAndWhere, whoLivesThere } from "./case-data.ts";
import { toReviewers, verificationTemplate } from "./verification-template.tsx";

/** Reminds those who can decide of somebody who still waits. */
export const verificationReminder = verificationTemplate({
  name: "verification-reminder",
  data: caseData.extend({
    /** Since they asked. */
    waitingDays: z.int(),
    /** Until it lapses. */
    daysLeft: z.int(),
  }),
  words: ({ data }) => ({
    title: `Still waiting: ${data.name}`,
    body: `${whoAndWhere(data)} has waited for a decision for ${data.waitingDays} days. Without one it lapses in ${data.daysLeft} days.`,
    path: `/ten-ocean/admin/registrations/${data.userId}`,
  }),
  more: ({ data }) => whoLivesThere(data),
  action: "Look and decide",
  why: toReviewers,
});
