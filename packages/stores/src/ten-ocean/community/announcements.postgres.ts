import { and, asc, count, desc, eq, gt, gte, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { residents, units } from "../../schema/ten-ocean.ts";
import { announcements } from "../../schema/ten-ocean-community.ts";
import type { Announcement, AnnouncementQuery, Announcements } from "../port.ts";

type AnnouncementRow = typeof announcements.$inferSelect;

export function announcementsIn(database: Database): Announcements {
  return {
    async publish({ publishedAt, ...announcement }, events) {
      const values = { ...announcement, ...(publishedAt && { publishedAt: new Date(publishedAt) }) };
      return await database.transaction(async (transaction) => {
        const [row] = await transaction
          .insert(announcements)
          .values(values)
          .onConflictDoNothing()
          .returning();
        if (!row) return false;
        await appendEvents(transaction, eventsFor(events, announcementFrom(row)));
        return true;
      });
    },

    get: (announcementId) => find(database, announcementId),
    list: (query = {}) => announcementsOf(database, query),

    async withdraw(announcementId, withdrawnBy) {
      const { rowCount } = await database
        .update(announcements)
        .set({ withdrawnAt: sql`now()`, withdrawnBy })
        .where(and(eq(announcements.announcementId, announcementId), isNull(announcements.withdrawnAt)));
      return rowCount === 1;
    },

    async audience({ announcementId, after, limit = 500 }) {
      const announcement = await find(database, announcementId);
      if (!announcement || announcement.withdrawnAt !== undefined) return [];
      const behind = after === undefined ? undefined : gt(residents.userId, after);
      const rows = await database
        .select({ userId: residents.userId })
        .from(residents)
        .leftJoin(units, eq(units.unitId, residents.unitId))
        .where(and(livesThere(announcement), behind))
        .orderBy(asc(residents.userId))
        .limit(limit);
      return rows.map(({ userId }) => userId);
    },

    async audienceSize(floor) {
      const rows = await database
        .select({ size: count() })
        .from(residents)
        .leftJoin(units, eq(units.unitId, residents.unitId))
        .where(livesThere(floor));
      return onlyRow(rows).size;
    },
  };
}

/** Latest first. */
export async function announcementsOf(
  database: Database,
  { from, to, readBy, withdrawn = false, after, limit = 50 }: AnnouncementQuery,
): Promise<Announcement[]> {
  const { announcementId, publishedAt, withdrawnAt } = announcements;
  const rows = await database
    .select()
    .from(announcements)
    .where(
      and(
        from === undefined ? undefined : gte(publishedAt, new Date(from)),
        to === undefined ? undefined : lt(publishedAt, new Date(to)),
        readBy && concerns(readBy),
        withdrawn ? undefined : isNull(withdrawnAt),
        after === undefined
          ? undefined
          : sql`(${publishedAt}, ${announcementId}) < (
              select earlier.published_at, earlier.announcement_id
              from ${announcements} earlier where earlier.announcement_id = ${after})`,
      ),
    )
    .orderBy(desc(publishedAt), desc(announcementId))
    .limit(limit);
  return rows.map(announcementFrom);
}

function concerns({ floor }: { floor?: number }): SQL | undefined {
  const wholeHouse = isNull(announcements.floor);
  return floor === undefined ? wholeHouse : or(wholeHouse, eq(announcements.floor, floor));
}

function livesThere({ floor }: { floor?: number }): SQL | undefined {
  const standing = eq(residents.standing, "resident");
  return floor === undefined ? standing : and(standing, eq(units.floor, floor));
}

async function find(database: Database, announcementId: string): Promise<Announcement | undefined> {
  const [row] = await database
    .select()
    .from(announcements)
    .where(eq(announcements.announcementId, announcementId));
  return row && announcementFrom(row);
}

function announcementFrom({ floor, withdrawnAt, withdrawnBy: _, ...row }: AnnouncementRow): Announcement {
  return {
    ...row,
    floor: floor ?? undefined,
    publishedAt: row.publishedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString(),
  };
}
