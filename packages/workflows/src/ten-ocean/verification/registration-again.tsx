import type { Resident } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { registrationPath, registrationUrl } from "./registration-url.ts";
import { toApplicants, verificationTemplate } from "./verification-template.tsx";

/** Where somebody stands who registers although they are known. */
const situation = z.enum(["waiting", "resident", "rejected", "lapsed", "former"]);

type Situation = z.output<typeof situation>;

const bodies: Record<Situation, string> = {
  waiting:
    "You are registered already, and your registration waits for a decision. There is nothing for you to do; this link shows where it is.",
  resident: "You are registered already, and a resident. Sign in with this address: we send you a code.",
  rejected:
    "You are registered already, and your registration was not accepted. This link shows why, and lets you ask again.",
  lapsed:
    "You are registered already, but nobody decided in two weeks, so your registration lapsed. This link lets you ask again.",
  former:
    "You are registered already, but not as a resident at the moment. Speak to an admin of the association, who can give you access again.",
};

const actions: Record<Situation, string> = {
  waiting: "See your registration",
  resident: "Sign in",
  rejected: "See why, and ask again",
  lapsed: "Ask again",
  former: "To the portal",
};

/** Tells somebody who registers with a known address what to do; whoever typed it in learns nothing. */
export const registrationAgain = verificationTemplate({
  name: "registration-again",
  data: z.object({ userId: z.string(), situation }),
  words: ({ data, brand }) => ({
    title: `You are registered at ${brand.name} already`,
    body: bodies[data.situation],
    path: pathOf(data.situation, data.userId),
  }),
  url: ({ data: { situation } }) =>
    situation === "resident" || situation === "former" ? undefined : registrationUrl,
  more: () => ["If it was not you who registered, do nothing: nothing was changed."],
  action: ({ data }) => actions[data.situation],
  why: toApplicants,
});

export function situationOf({ status, standing }: Pick<Resident, "status" | "standing">): Situation {
  if (standing === "alumni" || standing === "suspended") return "former";
  if (status === "pending") return "waiting";
  return status === "verified" ? "resident" : status;
}

function pathOf(where: Situation, userId: string): string {
  switch (where) {
    case "resident":
      return "/ten-ocean/sign-in";
    case "former":
      return "/ten-ocean";
    default:
      return registrationPath(userId);
  }
}
