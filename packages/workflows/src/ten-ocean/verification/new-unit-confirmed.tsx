import * as z from "zod";
import { toResidents, verificationTemplate } from "./verification-template.tsx";

/** Tells a resident that their new unit counts. */
export const newUnitConfirmed = verificationTemplate({
  name: "new-unit-confirmed",
  data: z.object({ unit: z.string() }),
  words: ({ data }) => ({
    title: `You live in unit ${data.unit} now`,
    body: `Your new unit, ${data.unit}, was confirmed. From now on the captain of its floor looks after you.`,
    path: "/ten-ocean/profile",
  }),
  action: "To your profile",
  why: toResidents,
});
