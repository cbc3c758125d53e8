import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { checkQuietHours, quietFields, quietHoursOf } from "../../quiet-hours.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { changeByLink, invalidLink, type LinkChoicePorts, linkToken } from "./change-by-link.ts";
import { channelNames } from "./languages.ts";

/** What may be sent to whoever has the link, as its page's form says it. */
export const linkChoiceRequest = requestRule({
  schema: z
    .object({ token: linkToken, channels: z.array(z.string().pipe(z.enum(channelNames))), ...quietFields })
    .superRefine(checkQuietHours),
  fields: ["quietFrom", "quietTo"],
  damaged: invalidLink,
});

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
    return changeByLink(ports, token, "link", () => chosen);
  };
}
