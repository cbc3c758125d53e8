import { boolean, index, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { platform } from "./platform.ts";

/** What accepted events were seen to start; gone as soon as all of an event's functions were seen to end. */
export const eventTraces = platform.table(
  "event_traces",
  {
    /** The outbox row. */
    eventId: text("event_id").notNull(),
    /** The function's id in the engine, which begins with its app. */
    functionId: text("function_id").notNull(),
    /** Whether a run of it came to an end, a good or a bad one. */
    ended: boolean().notNull(),
    seenAt: timestamp("seen_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.functionId] }),
    index("event_traces_by_time").on(table.seenAt),
  ],
);
