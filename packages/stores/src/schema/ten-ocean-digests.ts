import { sql } from "drizzle-orm";
import { check, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { DigestSpan } from "../ten-ocean/port.ts";
import { tenOcean } from "./ten-ocean.ts";

const time = (name: string) => timestamp(name, { withTimezone: true });

/** The digests that were begun; the next one tells from the end of the last. */
export const digests = tenOcean.table(
  "digests",
  {
    period: text().$type<DigestSpan["period"]>().notNull(),
    since: time("since").notNull(),
    until: time("until").notNull(),
    begunAt: time("begun_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.until] }),
    check("digests_period", sql`${table.period} in ('daily', 'weekly')`),
    check("digests_span", sql`${table.since} < ${table.until}`),
  ],
);
