import { json, text, timestamp } from "drizzle-orm/pg-core";
import { platform } from "./platform.ts";

/** Runs that sent what nobody knows the outcome of, for as long as nobody does. */
export const runsInDoubt = platform.table("runs_in_doubt", {
  runId: text("run_id").primaryKey(),
  app: text().notNull(),
  workflow: text().notNull(),
  /** What started the run, as of a dead letter. */
  events: json().notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
});
