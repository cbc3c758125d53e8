import * as z from "zod";
import { registrationPath, registrationUrl } from "./registration-url.ts";
import { toApplicants, verificationTemplate } from "./verification-template.tsx";

/** Gives an applicant the way to their registration's page. */
export const registrationReceived = verificationTemplate({
  name: "registration-received",
  data: z.object({ userId: z.string() }),
  words: ({ data, brand }) => ({
    title: `Your registration at ${brand.name}`,
    body: "Thank you, your registration has arrived. An admin or the captain of your floor confirms that you live here, mostly within a day or two.",
    path: registrationPath(data.userId),
  }),
  url: () => registrationUrl,
  more: () => [
    "You get an email as soon as they have decided. This link always shows where your registration is. If it was not you who registered, do nothing, and tell nobody the link.",
  ],
  action: "See your registration",
  why: toApplicants,
});
