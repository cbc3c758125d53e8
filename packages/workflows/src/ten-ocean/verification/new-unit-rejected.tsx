import * as z from "zod";
import { toResidents, verificationTemplate } from "./verification-template.tsx";

/** Tells a resident that their new unit was turned down, and why. */
export const newUnitRejected = verificationTemplate({
  name: "new-unit-rejected",
  data: z.object({
    unit: z.string(),
    /** In the reviewer's words; empty when they gave none. */
    reason: z.string(),
  }),
  words: ({ data }) => ({
    title: `Unit ${data.unit} was not confirmed`,
    body: data.reason ? `The reason: ${data.reason}` : "No reason was given.",
    path: "/ten-ocean/profile",
  }),
  more: () => [
    "You keep the unit that you had, and everything else stays as it is. If that is a mistake you can ask again in your profile.",
  ],
  action: "To your profile",
  why: toResidents,
});
