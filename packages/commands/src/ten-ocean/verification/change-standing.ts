import { userId } from "@org/events/fields";
import { userStatusChanged } from "@org/events/ten-ocean/user-status-changed";
import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import type { Residents } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { Refused, refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

export const standingRequest = requestRule({
  schema: z.object({ userId, standing: z.string().pipe(z.enum(["resident", "alumni", "suspended"])) }),
  fields: [],
  damaged: outOfDate(),
});

export type StandingEntries = EntriesOf<typeof standingRequest> & {
  /** Who changes it: never from a form. */
  admin: PersonWith<"association-admin">;
};

/** `not-verified`: they register first; `unchanged`: that is their standing already. */
export type StandingCode = InvalidCode | "unknown-resident" | "not-verified" | "unchanged";

/** An admin says that somebody moved out, suspends them, or has them back; what follows is up to who hears of it. */
export function changeStanding({ residents }: { residents: Pick<Residents, "changeStanding"> }) {
  return async ({
    admin,
    ...entries
  }: StandingEntries): Promise<Outcome<{ standing: "resident" | "alumni" | "suspended" }, StandingCode>> => {
    const read = readRequest(standingRequest, entries);
    if (!read.ok) return read;
    const { userId, standing } = read.request;
    try {
      const changed = await residents.changeStanding(userId, standing, {
        emit: (change) => {
          if (change.from === "pending") throw new Refused(notVerified);
          return [userStatusChanged.create({ ...change, changedBy: admin.id })];
        },
      });
      return changed ? { ok: true, standing } : unchanged;
    } catch (error) {
      return refusalOf(
        error,
        [
          [
            UnknownResidentError,
            "unknown-resident",
            "There is no such resident. They may have been removed.",
          ],
        ],
        ["not-verified"],
      );
    }
  };
}

const notVerified = {
  ok: false,
  code: "not-verified",
  message: "Nothing was changed: nobody has verified them. Decide on their registration first.",
} as const;

const unchanged = {
  ok: false,
  code: "unchanged",
  message: "Nothing was changed: that is their status already.",
} as const;
