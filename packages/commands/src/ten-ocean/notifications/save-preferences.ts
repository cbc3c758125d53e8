import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import { digests } from "@org/stores/ten-ocean/notifications/kinds";
import type { PreferenceStore } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { checkQuietHours, quietFields, quietHoursOf } from "../../quiet-hours.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import type { PersonWith } from "../../sessions/person.ts";

const kind = z.object({
  email: z.boolean(),
  push: z.boolean(),
  timing: z.string().pipe(z.enum(["immediate", "digest"])),
});

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
      ...quietFields,
    })
    .superRefine(checkQuietHours),
  fields: ["quietFrom", "quietTo"],
  damaged: outOfDate(),
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
    const { kinds, digest, ...quiet } = read.request;
    try {
      await preferences.update(resident.id, { kinds, digest, quietHours: quietHoursOf(quiet) });
      return { ok: true };
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}
