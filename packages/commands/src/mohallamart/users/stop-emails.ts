import * as z from "zod";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { changeByLink, invalidLink, type LinkChoicePorts, linkToken } from "./change-by-link.ts";

/** What a mail program's own button sends. */
export const stopEmailsRequest = requestRule({
  schema: z.object({ token: linkToken }),
  fields: [],
  damaged: invalidLink,
});

/** A mail program stops the emails that its reader did not ask for: RFC 8058. Everything else stays. */
export function stopEmails(ports: LinkChoicePorts) {
  return async (
    entries: EntriesOf<typeof stopEmailsRequest>,
  ): Promise<Outcome<object, InvalidCode | "unknown">> => {
    const read = readRequest(stopEmailsRequest, entries);
    if (!read.ok) return read;
    return changeByLink(ports, read.request.token, "mail-program", (channels) => ({
      channels: { ...channels, email: false },
    }));
  };
}
