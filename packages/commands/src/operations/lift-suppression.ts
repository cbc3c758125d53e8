import type { Suppressions } from "@org/stores/suppressions/port";
import * as z from "zod";
import type { Outcome } from "../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../request.ts";

export const suppressionRequest = requestRule({
  schema: z.object({
    channel: z.enum(["email", "sms"], "Choose email or SMS."),
    address: z
      .string()
      .trim()
      .refine(
        (address) => z.email().safeParse(address).success || /^\+[1-9]\d{6,14}$/.test(address),
        "Enter an email address, or a phone number with + and the country's code.",
      ),
    /** The id of the operator who asks. */
    operatorId: z.string().min(1),
  }),
  fields: ["channel", "address"],
  damaged: "The form is damaged. Open it again.",
});

export type LiftSuppressionCode = InvalidCode | "not-suppressed";

/** An operator lets an address be written to again whose vendor reported that it should not be. */
export function liftSuppression({ suppressions }: { suppressions: Pick<Suppressions, "lift"> }) {
  return async (
    entries: EntriesOf<typeof suppressionRequest>,
  ): Promise<Outcome<object, LiftSuppressionCode, FieldOf<typeof suppressionRequest>>> => {
    const read = readRequest(suppressionRequest, entries);
    if (!read.ok) return read;
    const { channel, address } = read.request;
    if (await suppressions.lift(channel, address)) return { ok: true };
    const message = "This address is not suppressed over that channel: what is sent to it goes out.";
    return { ok: false, code: "not-suppressed", message, fields: { address: message } };
  };
}
