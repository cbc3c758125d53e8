import * as z from "zod";

/** Why an operator lets work go, by what requests call it: words of ours, so that a log quotes nobody. */
export const discardReasons = {
  "done-otherwise": "The work was done in another way",
  "not-wanted": "Nobody needs the work any more",
  "done-twice": "Something else does the same work",
  "cannot-succeed": "It can never succeed",
} as const;

export type DiscardReason = keyof typeof discardReasons;

/** The reasons as a person may type them. */
export const discardReason: z.ZodType<DiscardReason> = z.enum(
  ["done-otherwise", "not-wanted", "done-twice", "cannot-succeed"],
  "Say why: choose one of the reasons.",
);
