import type { Preferences } from "@org/stores/mohallamart/port";
import type { QuietHours } from "@org/stores/quiet-hours";
import { quietUntil } from "../quiet-hours.ts";
import { operatorsTimeZone } from "./brand.ts";
import type { MessageClass } from "./message-class.ts";

type Channels = Preferences["channels"];

/** Over which channels a message of a class may go to a user: without a choice of theirs a promotional one takes none. */
export function allowedChannels(
  messageClass: MessageClass,
  preferences: Pick<Preferences, "channels"> | undefined,
): Channels {
  if (messageClass === "transactional") return { push: true, sms: true, email: true };
  return preferences?.channels ?? { push: false, sms: false, email: false };
}

/**
 * When operators of India pass on no promotional text: from 21:00 to 10:00. It begins a half hour early, so that what
 * is tried again is over by then.
 */
const nightOfTexts: QuietHours = { from: "20:30", to: "10:00" };

/**
 * Until when a message of a class has to wait: the user's own quiet hours, and the night of promotional texts when it
 * is one; undefined when it may go out.
 */
export function waitsUntil(
  messageClass: MessageClass,
  {
    at,
    preferences,
    channels,
    timeZone,
  }: {
    at: Date;
    preferences: Pick<Preferences, "channels" | "quietHours"> | undefined;
    /** Those that it is to take. */
    channels: readonly (keyof Channels)[];
    /** Of the user's quiet hours; IANA. */
    timeZone: string;
  },
): Date | undefined {
  if (messageClass === "transactional") return undefined;
  const isText = channels.includes("sms") && allowedChannels(messageClass, preferences).sms;
  const night = isText ? nightOfTexts : undefined;
  let wake: Date | undefined;
  for (;;) {
    const after: Date = wake ?? at;
    const later =
      quietUntil(after, preferences?.quietHours, timeZone) ?? quietUntil(after, night, operatorsTimeZone);
    if (!later) return wake;
    wake = later;
  }
}
