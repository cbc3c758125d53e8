import * as z from "zod";
import { registrationPath, registrationUrl } from "./registration-url.ts";
import { toApplicants, verificationTemplate } from "./verification-template.tsx";

/** Tells an applicant that nobody decided in time, and how to ask again. */
export const registrationLapsed = verificationTemplate({
  name: "registration-lapsed",
  data: z.object({ userId: z.string() }),
  words: ({ data, brand }) => ({
    title: `Your registration at ${brand.name} has lapsed`,
    body: "We are sorry: nobody decided on your registration in two weeks, so it has lapsed. You can ask again on its page.",
    path: registrationPath(data.userId),
  }),
  url: () => registrationUrl,
  more: () => ["It helps to speak to the captain of your floor first, so that they expect it."],
  action: "Ask again",
  why: toApplicants,
});
