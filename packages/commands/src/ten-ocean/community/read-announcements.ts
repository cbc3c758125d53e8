import type {
  Announcement,
  AnnouncementQuery,
  Announcements,
  Residents,
  Units,
} from "@org/stores/ten-ocean/port";
import type { PersonWith } from "../../sessions/person.ts";
import { type Announcer, concerns, mayAnnounceTo } from "./announcement-request.ts";

export type AnnouncementReader = PersonWith<"resident"> | Announcer;

export interface ReadAnnouncementsPorts {
  announcements: Pick<Announcements, "get" | "list">;
  residents: Pick<Residents, "get">;
  units: Pick<Units, "list">;
}

/** The announcements that concern a person, latest first: the house's and their floor's; an admin reads all. */
export async function announcementsFor(
  ports: ReadAnnouncementsPorts,
  person: AnnouncementReader,
  page: Pick<AnnouncementQuery, "after" | "limit"> = {},
): Promise<Announcement[]> {
  return await ports.announcements.list({ ...page, readBy: await scopeOf(ports, person) });
}

/** One of those; undefined when there is none, or it was withdrawn. */
export async function announcementFor(
  ports: ReadAnnouncementsPorts,
  person: AnnouncementReader,
  announcementId: string,
): Promise<Announcement | undefined> {
  const [scope, found] = await Promise.all([scopeOf(ports, person), ports.announcements.get(announcementId)]);
  if (!found || found.withdrawnAt !== undefined) return undefined;
  return scope === undefined || concerns(found.floor, scope) ? found : undefined;
}

/** What somebody may publish and withdraw, latest first, withdrawn ones too. */
export async function announcementsOf(
  { announcements }: Pick<ReadAnnouncementsPorts, "announcements">,
  announcer: Announcer,
): Promise<Announcement[]> {
  const all = await announcements.list({ withdrawn: true, limit: 100, ...floorOf(announcer) });
  return all.filter(({ floor }) => mayAnnounceTo(announcer, floor));
}

function floorOf(announcer: Announcer): AnnouncementQuery {
  return announcer.role === "floor-captain" ? { readBy: { floor: announcer.floor } } : {};
}

/** Undefined for an admin, whom everything concerns. */
async function scopeOf(
  { residents, units }: ReadAnnouncementsPorts,
  person: AnnouncementReader,
): Promise<{ floor?: number } | undefined> {
  if (person.role === "association-admin") return undefined;
  if (person.role === "floor-captain") return { floor: person.floor };
  const [resident, house] = await Promise.all([residents.get(person.id), units.list()]);
  return { floor: house.find(({ unitId }) => unitId === resident?.unitId)?.floor };
}
