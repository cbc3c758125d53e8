import { integer, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { MeasuredKind } from "../measurements/port.ts";
import { platform } from "./platform.ts";

const counted = (name: string) => integer(name).notNull().default(0);

/** One hour of one thing that is measured; no row is about a person. */
export const measurements = platform.table(
  "measurements",
  {
    hour: timestamp({ withTimezone: true }).notNull(),
    kind: text().$type<MeasuredKind>().notNull(),
    owner: text().notNull(),
    name: text().notNull(),
    done: counted("done"),
    failed: counted("failed"),
    again: counted("again"),
    limited: counted("limited"),
    /** A histogram, see measurements/histogram.ts. */
    durations: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.kind, table.owner, table.name] })],
);
