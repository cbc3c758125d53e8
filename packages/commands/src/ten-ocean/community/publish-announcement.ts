import { communityAnnouncementPublished } from "@org/events/ten-ocean/community-announcement-published";
import type { Announcements, Units } from "@org/stores/ten-ocean/port";
import type { Outcome, Refusal } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, type RequestOf, readRequest } from "../../request.ts";
import {
  type AnnouncementField,
  type Announcer,
  announcementRequest,
  mayAnnounceTo,
} from "./announcement-request.ts";

export interface PublishAnnouncementPorts {
  announcements: Pick<Announcements, "publish">;
  units: Pick<Units, "list">;
}

export type AnnouncementEntries = EntriesOf<typeof announcementRequest> & {
  /** Who publishes: never from a form. */
  announcer: Announcer;
};

/** `not-theirs`: a captain wrote to another floor; `unknown-floor`: the house has none of that number. */
export type AnnouncementCode = InvalidCode | "not-theirs" | "unknown-floor";

type Read =
  | { ok: true; request: RequestOf<typeof announcementRequest> }
  | Refusal<AnnouncementCode, AnnouncementField>;

/** An admin or a floor captain publishes an announcement, with the event by which the residents are told. */
export function publishAnnouncement(ports: PublishAnnouncementPorts) {
  return async (
    entries: AnnouncementEntries,
  ): Promise<Outcome<{ announcementId: string }, AnnouncementCode, AnnouncementField>> => {
    const read = await readAnnouncement(ports, entries);
    if (!read.ok) return read;
    const { request } = read;
    const { announcementId } = request;
    await ports.announcements.publish(
      { ...request, publishedBy: entries.announcer.id },
      {
        emit: ({ publishedBy, floor, urgent }) => [
          communityAnnouncementPublished.create({ announcementId, publishedBy, floor, urgent }),
        ],
      },
    );
    return { ok: true, announcementId };
  };
}

/** What the command would say before it writes anything: a page shows a preview of what it accepts. */
export async function readAnnouncement(
  { units }: Pick<PublishAnnouncementPorts, "units">,
  { announcer, ...entries }: AnnouncementEntries,
): Promise<Read> {
  const read = readRequest(announcementRequest, entries);
  if (!read.ok) return read;
  const { floor } = read.request;
  if (!mayAnnounceTo(announcer, floor)) {
    return at("not-theirs", "You can announce to your own floor only. Ask an admin to tell others.");
  }
  if (floor !== undefined && !(await units.list()).some((unit) => unit.floor === floor)) {
    return at("unknown-floor", `There is no floor ${floor} in the house. Choose one from the list.`);
  }
  return read;
}

function at(code: AnnouncementCode, message: string): Refusal<AnnouncementCode, AnnouncementField> {
  return { ok: false, code, message, fields: { floor: message } };
}
