import { announcementId } from "@org/events/ten-ocean/fields";
import type { Announcements } from "@org/stores/ten-ocean/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome, Refusal } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";
import { type Announcer, mayAnnounceTo } from "./announcement-request.ts";

export const withdrawalRequest = requestRule({
  schema: z.object({ announcementId }),
  fields: [],
  damaged: outOfDate(),
});

/** `not-theirs`: there is none that this person may withdraw; `withdrawn`: somebody was faster. */
export type WithdrawalCode = InvalidCode | "not-theirs" | "withdrawn";

/** Takes an announcement off every page and out of digests to come. Whoever was told by a message stays told. */
export function withdrawAnnouncement({
  announcements,
}: {
  announcements: Pick<Announcements, "get" | "withdraw">;
}) {
  return async ({
    announcer,
    ...entries
  }: EntriesOf<typeof withdrawalRequest> & {
    /** Who withdraws: never from a form. */
    announcer: Announcer;
  }): Promise<Outcome<{ announcementId: string }, WithdrawalCode>> => {
    const read = readRequest(withdrawalRequest, entries);
    if (!read.ok) return read;
    const { announcementId } = read.request;
    const announcement = await announcements.get(announcementId);
    if (!announcement || !mayAnnounceTo(announcer, announcement.floor)) return notTheirs;
    const withdrawn = await announcements.withdraw(announcementId, announcer.id);
    return withdrawn ? { ok: true, announcementId } : tooLate;
  };
}

const notTheirs: Refusal<"not-theirs", never> = {
  ok: false,
  code: "not-theirs",
  message: "There is no such announcement for you to withdraw.",
};

const tooLate: Refusal<"withdrawn", never> = {
  ok: false,
  code: "withdrawn",
  message: "Nothing was changed: it was withdrawn before.",
};
