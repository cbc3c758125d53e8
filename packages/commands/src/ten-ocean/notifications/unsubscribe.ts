import { UnknownResidentError } from "@org/stores/ten-ocean/errors";
import { notificationKinds } from "@org/stores/ten-ocean/notifications/kinds";
import type {
  Digest,
  PreferenceChanges,
  PreferenceStore,
  Subscription,
  UnsubscribeTokens,
} from "@org/stores/ten-ocean/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

const invalidLink =
  "This link is not complete or not valid any more. Sign in to change what you get by email.";

/** What a link in an email stops. The token is all that says whose it is. */
export const unsubscribeRequest = requestRule({
  schema: z.object({
    token: z.string().regex(/^[0-9A-Za-z]{26}$/),
    subscription: z.string().pipe(z.enum([...notificationKinds, "digest"])),
    /** Empty to stop; to take that back, what it was: `on`, or how often the digest came. */
    undo: z.string().pipe(z.enum(["", "on", "daily", "weekly"])),
  }),
  fields: [],
  damaged: invalidLink,
});

export interface UnsubscribePorts {
  unsubscribeTokens: Pick<UnsubscribeTokens, "find">;
  preferences: Pick<PreferenceStore, "get" | "update">;
}

export interface Unsubscribed {
  subscription: Subscription;
  /** What `undo` takes to bring things back; empty when there was nothing to stop. */
  before: "" | "on" | "daily" | "weekly";
}

const told = [[UnknownResidentError, "unknown", invalidLink]] as const;

/** Stops the emails of a kind, or the digest, for whoever's link it is; or brings them back. */
export function unsubscribe({ unsubscribeTokens, preferences }: UnsubscribePorts) {
  return async (
    entries: EntriesOf<typeof unsubscribeRequest>,
  ): Promise<Outcome<Unsubscribed, InvalidCode | "unknown">> => {
    const read = readRequest(unsubscribeRequest, entries);
    if (!read.ok) return read;
    const { token, subscription, undo } = read.request;
    const userId = await unsubscribeTokens.find(token);
    if (userId === undefined) return { ok: false, code: "unknown", message: invalidLink };
    try {
      const { kinds, digest } = await preferences.get(userId);
      const isOn = subscription === "digest" ? digest !== "off" : kinds[subscription].email;
      const before = isOn ? (subscription === "digest" ? onlyOn(digest) : "on") : "";
      await preferences.update(userId, changesFor(subscription, undo));
      return { ok: true, subscription, before };
    } catch (error) {
      return refusalOf(error, told);
    }
  };
}

function onlyOn(digest: Digest): Unsubscribed["before"] {
  return digest === "off" ? "" : digest;
}

function changesFor(subscription: Subscription, undo: Unsubscribed["before"]): PreferenceChanges {
  if (subscription !== "digest") return { kinds: { [subscription]: { email: undo !== "" } } };
  if (undo === "") return { digest: "off" };
  return { digest: undo === "daily" ? "daily" : "weekly" };
}
