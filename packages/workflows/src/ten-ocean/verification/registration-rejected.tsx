import * as z from "zod";
import { registrationPath, registrationUrl } from "./registration-url.ts";
import { toApplicants, verificationTemplate } from "./verification-template.tsx";

/** Tells an applicant that they were turned down, why, and how to ask again. */
export const registrationRejected = verificationTemplate({
  name: "registration-rejected",
  data: z.object({
    userId: z.string(),
    /** In the reviewer's words; empty when they gave none. */
    reason: z.string(),
  }),
  words: ({ data, brand }) => ({
    title: `Your registration at ${brand.name} was not accepted`,
    body: data.reason ? `The reason: ${data.reason}` : "No reason was given.",
    path: registrationPath(data.userId),
  }),
  url: () => registrationUrl,
  more: () => [
    "If that is a mistake, or you can put it right, you can ask again: your registration’s page lets you correct your name and your unit.",
  ],
  action: "See your registration, and ask again",
  why: toApplicants,
});
