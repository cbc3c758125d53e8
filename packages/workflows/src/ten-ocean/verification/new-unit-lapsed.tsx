import * as z from "zod";
import { toResidents, verificationTemplate } from "./verification-template.tsx";

/** Tells a resident that nobody decided on their new unit in time. */
export const newUnitLapsed = verificationTemplate({
  name: "new-unit-lapsed",
  data: z.object({ unit: z.string() }),
  words: ({ data }) => ({
    title: `Nobody confirmed unit ${data.unit}`,
    body: "We are sorry: nobody decided on your new unit in two weeks. You keep the unit that you had, and can ask again in your profile.",
    path: "/ten-ocean/profile",
  }),
  action: "To your profile",
  why: toResidents,
});
