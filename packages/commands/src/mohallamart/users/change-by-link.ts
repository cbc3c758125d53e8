import { userUpdated } from "@org/events/mohallamart/user-updated";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import type { ConsentSource, PreferenceChanges, PreferenceStore } from "@org/stores/mohallamart/port";
import type { UnsubscribeTokens } from "@org/stores/unsubscribe/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import type { channelNames } from "./languages.ts";

export const invalidLink = "This link is not complete or not valid any more. Sign in to change what you get.";

/** All that says whose a link is. */
export const linkToken = z.string().regex(/^[0-9A-Za-z]{26}$/);

export interface LinkChoicePorts {
  unsubscribeTokens: Pick<UnsubscribeTokens, "find">;
  preferences: Pick<PreferenceStore, "get" | "update">;
}

const told = [[UnknownUserError, "unknown", invalidLink]] as const;

/** Changes what somebody gets, by the link that says who they are. */
export async function changeByLink(
  { unsubscribeTokens, preferences }: LinkChoicePorts,
  token: string,
  source: ConsentSource,
  changes: (channels: Record<(typeof channelNames)[number], boolean>) => PreferenceChanges,
): Promise<Outcome<object, "unknown">> {
  const userId = await unsubscribeTokens.find(token);
  const before = userId === undefined ? undefined : await preferences.get(userId);
  if (!before) return { ok: false, code: "unknown", message: invalidLink };
  const changed = userUpdated.create({ userId: before.userId, changed: ["preferences"] });
  try {
    await preferences.update(before.userId, changes(before.channels), { emit: [changed] }, source);
    return { ok: true };
  } catch (error) {
    return refusalOf(error, told);
  }
}
