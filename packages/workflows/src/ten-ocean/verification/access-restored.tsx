import * as z from "zod";
import { toResidents, verificationTemplate } from "./verification-template.tsx";

/** Tells somebody that they are a resident again. */
export const accessRestored = verificationTemplate({
  name: "access-restored",
  data: z.object({}),
  words: ({ brand }) => ({
    title: `Welcome back to ${brand.name}`,
    body: "An admin of the association has given you access again. Sign in with this email address: we send you a code.",
    path: "/ten-ocean/sign-in",
  }),
  more: () => [
    "Messages and digests come again as you chose them. Answers to invitations were not kept: give them again where you want to come.",
  ],
  action: "Sign in",
  why: toResidents,
});
