import { userId } from "@org/events/fields";
import * as z from "zod";
import { textOf } from "../forms/form-data.ts";

const decisionSchema = z
  .object({
    userId,
    status: z.enum(["verified", "rejected"]),
    reason: z
      .string()
      .trim()
      .max(500)
      .transform((reason) => reason || undefined),
  })
  // The applicant is told why, so there has to be something to tell.
  .refine(({ status, reason }) => status === "verified" || reason !== undefined, { path: ["reason"] });

export type Decision = z.output<typeof decisionSchema>;

/** Undefined when the form is damaged, or turns somebody down without saying why. */
export function parseDecision(form: FormData): Decision | undefined {
  return decisionSchema.safeParse({
    userId: textOf(form, "userId"),
    status: textOf(form, "status"),
    reason: textOf(form, "reason"),
  }).data;
}
