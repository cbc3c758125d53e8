import * as z from "zod";
import { toApplicants, verificationTemplate } from "./verification-template.tsx";

/** Tells a member that somebody asked for their address, which changes nothing; not who. */
export const addressWanted = verificationTemplate({
  name: "address-wanted",
  data: z.object({}),
  words: ({ brand }) => ({
    title: `Somebody asked to use your address at ${brand.name}`,
    body: "Another member asked to have their email sent to this address. It is yours, so they cannot, and nothing was changed.",
    path: "/ten-ocean/sign-in",
  }),
  more: () => [
    "If it was you, with another account: sign in with this address instead. Otherwise there is nothing for you to do.",
  ],
  action: "Sign in",
  why: toApplicants,
});
