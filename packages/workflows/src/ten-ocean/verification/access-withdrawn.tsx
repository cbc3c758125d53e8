import * as z from "zod";
import { toResidents, verificationTemplate } from "./verification-template.tsx";

/** Tells somebody that they moved out or were suspended, and what that means. */
export const accessWithdrawn = verificationTemplate({
  name: "access-withdrawn",
  data: z.object({ standing: z.enum(["alumni", "suspended"]) }),
  words: ({ data, brand }) => ({
    title:
      data.standing === "alumni"
        ? `You are no longer a resident of ${brand.name}`
        : `Your access to ${brand.name} is suspended`,
    body:
      data.standing === "alumni"
        ? "An admin of the association has noted that you moved out. Thank you for having been our neighbor."
        : "An admin of the association has suspended your access.",
    path: "/ten-ocean",
  }),
  more: () => [
    "You were signed out, get no more messages or digests, and your answers to coming events were taken back. If that is a mistake, speak to an admin of the association: they can give you access again.",
  ],
  action: "To the portal",
  why: toResidents,
});
