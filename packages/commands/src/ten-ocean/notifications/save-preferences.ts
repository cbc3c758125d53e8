import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import { digests } from "@org/stores/ten-ocean/notifications/kinds";
import type { PreferenceStore } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

const kind = z.object({
  email: z.boolean(),
  push: z.boolean(),
  timing: z.string().pipe(z.enum(["immediate", "digest"])),
});

/** Empty for none. */
const halfHour = z.union([
  z.literal(""),
  z.string().regex(/^([01]\d|2[0-3]):(00|30)$/, "Choose a time from the list."),
]);

/** How a resident wants to hear of things. */
export const preferencesRequest = requestRule({
  schema: z
    .object({
      kinds: z.object({
        announcement: kind,
        community: kind,
        maintenance: kind,
        forum: kind,
        verification: kind,
      }),
      digest: z.string().pipe(z.enum(digests)),
      quietFrom: halfHour,
      quietTo: halfHour,
    })
    .refine(({ quietFrom, quietTo }) => quietFrom === "" || quietTo !== "", {
      path: ["quietTo"],
      error: "Choose when your quiet hours end.",
    })
    .refine(({ quietFrom, quietTo }) => quietTo === "" || quietFrom !== "", {
      path: ["quietFrom"],
      error: "Choose when your quiet hours begin.",
    })
    .refine(({ quietFrom, quietTo }) => quietFrom === "" || quietFrom !== quietTo, {
      path: ["quietTo"],
      error: "Choose another time: quiet hours cannot end when they begin.",
    }),
  fields: ["quietFrom", "quietTo"],
  damaged: "This form is out of date or damaged. Open the page again.",
});

export type PreferencesField = FieldOf<typeof preferencesRequest>;

export interface ChosenPreferences extends EntriesOf<typeof preferencesRequest> {
  /** Whose they are: never from a form. */
  resident: PersonWith<"resident">;
}

const told = [
  [
    UnknownResidentError,
    "unknown",
    "Your registration is gone. Nothing was saved; speak to the association.",
  ],
] as const;

/** A resident says how they want to hear of things. */
export function savePreferences({ preferences }: { preferences: Pick<PreferenceStore, "update"> }) {
  return async ({
    resident,
    ...entries
  }: ChosenPreferences): Promise<Outcome<object, InvalidCode | "unknown", PreferencesField>> => {
    const read = readRequest(preferencesRequest, entries);
    if (!read.ok) return read;
    const { quietFrom: from, quietTo: to, ...chosen } = read.request;
    try {
      await preferences.update(resident.id, { ...chosen, quietHours: from === "" ? null : { from, to } });
      return { ok: true };
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}
