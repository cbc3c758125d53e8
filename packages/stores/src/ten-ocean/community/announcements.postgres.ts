import { and, desc, gte, lt } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { insertNew } from "../../insert-new.ts";
import { announcements } from "../../schema/ten-ocean-community.ts";
import type { Announcement, Announcements } from "../port.ts";

export function announcementsIn(database: Database): Announcements {
  return {
    publish: (announcement) =>
      insertNew(database, undefined, (transaction) =>
        transaction.insert(announcements).values(announcement).onConflictDoNothing(),
      ),
    list: ({ from, to }) => publishedIn(database, new Date(from), new Date(to)),
  };
}

/** Those of the span, the end excluded, latest first. */
export async function publishedIn(database: Database, from: Date, to: Date): Promise<Announcement[]> {
  const { publishedAt } = announcements;
  const rows = await database
    .select()
    .from(announcements)
    .where(and(gte(publishedAt, from), lt(publishedAt, to)))
    .orderBy(desc(publishedAt), desc(announcements.announcementId));
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
