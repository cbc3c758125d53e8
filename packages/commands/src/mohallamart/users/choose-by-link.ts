import { userUpdated } from "@org/events/mohallamart/user-updated";
import { UnknownUserError } from "@org/stores/mohallamart/errors";
import type { ConsentSource, PreferenceChanges, PreferenceStore } from "@org/stores/mohallamart/port";
import type { UnsubscribeTokens } from "@org/stores/unsubscribe/port";
import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { checkQuietHours, quietFields, quietHoursOf } from "../../quiet-hours.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { channelNames } from "./languages.ts";

const invalidLink = "This link is not complete or not valid any more. Sign in to change what you get.";

/** All that says whose a link is. */
const token = z.string().regex(/^[0-9A-Za-z]{26}$/);

/** What may be sent to whoever has the link, as its page's form says it. */
export const linkChoiceRequest = requestRule({
  schema: z
    .object({ token, channels: z.array(z.string().pipe(z.enum(channelNames))), ...quietFields })
    .superRefine(checkQuietHours),
  fields: ["quietFrom", "quietTo"],
  damaged: invalidLink,
});

/** What a mail program's own button sends. */
export const stopEmailsRequest = requestRule({
  schema: z.object({ token }),
  fields: [],
  damaged: invalidLink,
});

export interface LinkChoicePorts {
  unsubscribeTokens: Pick<UnsubscribeTokens, "find">;
  preferences: Pick<PreferenceStore, "get" | "update">;
}

const told = [[UnknownUserError, "unknown", invalidLink]] as const;

/** Someone chooses by a link in a message, without signing in, over what and when they hear of what they did not ask for. */
export function chooseByLink(ports: LinkChoicePorts) {
  return async (
    entries: EntriesOf<typeof linkChoiceRequest>,
  ): Promise<Outcome<object, InvalidCode | "unknown", FieldOf<typeof linkChoiceRequest>>> => {
    const read = readRequest(linkChoiceRequest, entries);
    if (!read.ok) return read;
    const { token, channels, ...quiet } = read.request;
    const isOn = (name: (typeof channelNames)[number]) => channels.includes(name);
    const chosen = {
      channels: { email: isOn("email"), sms: isOn("sms"), push: isOn("push") },
      quietHours: quietHoursOf(quiet),
    };
    return change(ports, token, "link", () => chosen);
  };
}

/** A mail program stops the emails that its reader did not ask for: RFC 8058. Everything else stays. */
export function stopEmails(ports: LinkChoicePorts) {
  return async (
    entries: EntriesOf<typeof stopEmailsRequest>,
  ): Promise<Outcome<object, InvalidCode | "unknown">> => {
    const read = readRequest(stopEmailsRequest, entries);
    if (!read.ok) return read;
    return change(ports, read.request.token, "mail-program", (channels) => ({
      channels: { ...channels, email: false },
    }));
  };
}

async function change(
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
