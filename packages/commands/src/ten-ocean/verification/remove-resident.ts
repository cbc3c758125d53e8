import { userId } from "@org/events/fields";
import { userRemoved } from "@org/events/ten-ocean/user-removed";
import type { Residents } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { Refused, refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";
import { confirmedField } from "./close-residency.ts";

export const removalRequest = requestRule({
  schema: z.object({ userId, confirmed: confirmedField }),
  fields: ["confirmed"],
  damaged: outOfDate(),
});

export type RemovalField = FieldOf<typeof removalRequest>;

export type RemovalEntries = EntriesOf<typeof removalRequest> & {
  /** Who removes them: never from a form. */
  admin: Pick<PersonWith<"association-admin">, "id">;
};

/** `still-resident`: they have access; it is withdrawn first. */
export type RemovalCode = InvalidCode | "unknown-resident" | "still-resident";

/** An admin deletes the account of somebody who left or never moved in; what follows is up to who hears of it. */
export function removeResident({ residents }: { residents: Pick<Residents, "close"> }) {
  return async ({
    admin,
    ...entries
  }: RemovalEntries): Promise<Outcome<{ userId: string }, RemovalCode, RemovalField>> => {
    const read = readRequest(removalRequest, entries);
    if (!read.ok) return read;
    const { userId } = read.request;
    try {
      const closed = await residents.close(userId, {
        emit: ({ standing }) => {
          // Thrown within the transaction: somebody may have given them access again at this moment.
          if (standing === "resident") throw new Refused(stillResident);
          return [userRemoved.create({ userId, reason: "left", removedBy: admin.id })];
        },
      });
      return closed ? { ok: true, userId } : unknownResident;
    } catch (error) {
      return refusalOf(error, [], ["still-resident"]);
    }
  };
}

const unknownResident = {
  ok: false,
  code: "unknown-resident",
  message: "There is no such resident. They may have been removed.",
} as const;

const stillResident = {
  ok: false,
  code: "still-resident",
  message: "Nothing was deleted: they live here. Say first that they moved out; that ends their access.",
} as const;
