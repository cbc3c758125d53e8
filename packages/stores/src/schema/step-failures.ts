import { index, integer, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { platform } from "./platform.ts";

/** How often a step failed by itself; what its worker or the engine lost is in no row. */
export const stepFailures = platform.table(
  "step_failures",
  {
    runId: text("run_id").notNull(),
    /** The SDK's hash of the step's id; empty for a function's own body. */
    step: text().notNull(),
    failures: integer().notNull().default(1),
    /** The last attempt that was counted, so that each counts once. */
    attempt: integer().notNull(),
    failedAt: timestamp("failed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.step] }),
    index("step_failures_by_time").on(table.failedAt),
  ],
);
