import type {
  Announcement,
  CommunityEvent,
  DigestAnswer,
  DigestContent,
  DigestReader,
} from "@org/stores/ten-ocean/port";
import { excerptOf } from "../excerpt.ts";
import type { DigestData } from "./digest-data.ts";

/** How much of each an email shows; there is more in the portal. */
const room = { announcements: 8, events: 8, topics: 5, held: 10, excerpt: 160 } as const;

export interface DigestOf {
  content: DigestContent;
  reader: DigestReader;
  until: string;
}

/**
 * What there is to tell this reader: what their floor concerns, without the kinds that they turned off, and what waits
 * for them to decide.
 * @returns undefined when there is nothing.
 */
export function personalise({ content, reader, until }: DigestOf): DigestData | undefined {
  const { muted, floor, waiting = { registrations: 0, requests: 0 } } = reader;
  const announcements = muted.includes("announcement")
    ? []
    : content.announcements.filter((each) => each.floor === undefined || each.floor === floor);
  const events = muted.includes("community") ? [] : content.events;
  const shown = new Set([
    ...announcements.map(({ announcementId }) => `/ten-ocean/announcements/${announcementId}`),
    ...events.map(({ eventId }) => `/ten-ocean/events/${eventId}`),
  ]);
  const held = reader.held.filter(({ kind, path }) => !muted.includes(kind) && !shown.has(path));
  const data: DigestData = {
    until,
    announcements: announcements.slice(0, room.announcements).map(announcementRow),
    moreAnnouncements: Math.max(0, announcements.length - room.announcements),
    events: events.slice(0, room.events).map((event) => eventRow(event, reader.answers)),
    topics: muted.includes("forum") ? [] : content.topics.slice(0, room.topics),
    held: held.slice(0, room.held).map(({ title, path }) => ({ title, path })),
    moreHeld: Math.max(0, held.length - room.held),
    ...waiting,
  };
  return isEmpty(data) ? undefined : data;
}

function isEmpty({ announcements, events, topics, held, registrations, requests }: DigestData): boolean {
  return (
    [announcements, events, topics, held].every(({ length }) => length === 0) &&
    registrations + requests === 0
  );
}

function announcementRow({ announcementId, title, body, urgent, floor }: Announcement) {
  return { announcementId, title, excerpt: excerptOf(body, room.excerpt), urgent, floor: floor ?? null };
}

function eventRow({ eventId, title, location, startsAt }: CommunityEvent, answers: readonly DigestAnswer[]) {
  const answer = answers.find((each) => each.eventId === eventId);
  return { eventId, title, location, startsAt, answer: answer ? stateOf(answer) : ("none" as const) };
}

function stateOf({ response, seated }: DigestAnswer): DigestData["events"][number]["answer"] {
  return response === "going" && !seated ? "waiting" : response;
}
