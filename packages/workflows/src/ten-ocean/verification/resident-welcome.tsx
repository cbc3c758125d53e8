import * as z from "zod";
import { toResidents, verificationTemplate } from "./verification-template.tsx";

/** Welcomes somebody who was verified, with what they can do from now on. */
export const residentWelcome = verificationTemplate({
  name: "resident-welcome",
  data: z.object({
    /** Empty when they named none. */
    unit: z.string(),
  }),
  words: ({ data, brand }) => ({
    title: `Welcome to ${brand.name}`,
    body: `You are verified as a resident${data.unit ? ` of unit ${data.unit}` : ""}. Sign in with this email address: we send you a code, there is no password.`,
    path: "/ten-ocean/sign-in",
  }),
  more: ({ data }) => [
    "In the portal you read what the association announces, answer invitations, report repairs and follow them, and talk with your neighbors in the forum. In your profile you choose what you are told, how, and when not.",
    ...(data.unit ? [] : ["Name your unit in your profile, so that you can report repairs there."]),
  ],
  action: "Sign in",
  why: toResidents,
});
