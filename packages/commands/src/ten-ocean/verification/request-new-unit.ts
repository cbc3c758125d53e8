import { unitId } from "@org/events/ten-ocean/fields";
import { userProfileUpdated } from "@org/events/ten-ocean/user-profile-updated";
import { NotResidentError, UnknownUnitError } from "@org/stores/ten-ocean/errors";
import type { Verifications } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

export const newUnitRequest = requestRule({
  schema: z.object({
    unitId: z.string().refine((text) => unitId.safeParse(text).success, "Choose your unit from the list."),
  }),
  fields: ["unitId"],
  damaged: outOfDate("Open your profile again."),
});

export type NewUnitEntries = EntriesOf<typeof newUnitRequest> & {
  /** Who moves: never from a form. */
  resident: PersonWith<"resident">;
};

/**
 * A resident says that they live in another unit. Until somebody confirms it they keep the one that they have, with
 * everything that goes with it; the present one takes an earlier request back.
 *
 * @returns `asked`: whether anybody has to confirm it
 */
export function requestNewUnit({ verifications }: { verifications: Pick<Verifications, "requestMove"> }) {
  return async ({
    resident,
    ...entries
  }: NewUnitEntries): Promise<
    Outcome<{ asked: boolean }, InvalidCode | "unknown-unit" | "no-resident", "unitId">
  > => {
    const read = readRequest(newUnitRequest, entries);
    if (!read.ok) return read;
    try {
      const move = await verifications.requestMove(resident.id, read.request.unitId, {
        emit: ({ userId }) => [userProfileUpdated.create({ userId, changed: ["unit"], awaiting: ["unit"] })],
      });
      return { ok: true, asked: move !== undefined };
    } catch (error) {
      const refusal = refusalOf(error, [
        [UnknownUnitError, "unknown-unit"],
        [NotResidentError, "no-resident", "Only residents can change their unit."],
      ]);
      return { ...refusal, fields: { unitId: refusal.message } };
    }
  };
}
