import { userId } from "@org/events/fields";
import { userUpdated } from "@org/events/mohallamart/user-updated";
import type { PreferenceStore } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { languages } from "./languages.ts";

/** The language in which a customer reads. */
export const languageRequest = requestRule({
  schema: z.object({ userId, language: z.string().pipe(z.enum(languages.map(({ tag }) => tag))) }),
  fields: [],
  damaged: outOfDate(),
});

export interface ChooseLanguagePorts {
  preferences: Pick<PreferenceStore, "get" | "update">;
}

/**
 * A customer chooses their language, with the event of what that changes. Somebody without preferences keeps it in their
 * browser until they have some.
 */
export function chooseLanguage({ preferences }: ChooseLanguagePorts) {
  return async (entries: EntriesOf<typeof languageRequest>): Promise<Outcome<object, InvalidCode>> => {
    const read = readRequest(languageRequest, entries);
    if (!read.ok) return read;
    const { userId, language } = read.request;
    if (!(await preferences.get(userId))) return { ok: true };
    const changed = { emit: [userUpdated.create({ userId, changed: ["preferences"] })] };
    await preferences.update(userId, { language }, changed);
    return { ok: true };
  };
}
