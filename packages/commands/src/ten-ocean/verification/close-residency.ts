import { userRemoved } from "@org/events/ten-ocean/user-removed";
import type { Residents } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

/** Sent by a box that has to be ticked; absent from the form when it is not. */
export const confirmedField = z
  .string("Tick the box to confirm.")
  .pipe(z.literal("yes", "Tick the box to confirm."));

export const closingRequest = requestRule({
  schema: z.object({ confirmed: confirmedField }),
  fields: ["confirmed"],
  damaged: outOfDate(),
});

export type ClosingField = FieldOf<typeof closingRequest>;

export type ClosingEntries = EntriesOf<typeof closingRequest> & {
  /** Whose account it is: never from a form. */
  resident: Pick<PersonWith<"resident">, "id">;
  /** Tells this closing from one that a restored backup has undone: the engine takes an id once a day. Never from a form. */
  occasion?: string;
};

/** A resident deletes their account; what else is known of them is erased by the workflow that the event starts. */
export function closeResidency({ residents }: { residents: Pick<Residents, "close"> }) {
  return async ({
    resident: { id: userId },
    occasion,
    ...entries
  }: ClosingEntries): Promise<Outcome<{ userId: string }, InvalidCode | "closed-before", ClosingField>> => {
    const read = readRequest(closingRequest, entries);
    if (!read.ok) return read;
    const id = occasion && `${userRemoved.event}:${userId}:${occasion}`;
    const removed = userRemoved.create({ userId, reason: "requested" }, { id });
    if (await residents.close(userId, { emit: [removed] })) return { ok: true, userId };
    return { ok: false, code: "closed-before", message: "This account was deleted before." };
  };
}
