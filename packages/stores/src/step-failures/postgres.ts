import { sql } from "drizzle-orm";
import { databaseOn, guarded, onlyRow } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { stepFailures } from "../schema/step-failures.ts";
import type { StepFailures } from "./port.ts";

/** Longer than twenty retries on Inngest's own schedule, which take a day and a half. */
const keptFor = sql`interval '30 days'`;
/** How many old rows a failure sweeps away: more than it adds. */
const sweptAtOnce = 20;

export function postgresStepFailures(pool: Pool): StepFailures {
  const database = databaseOn(pool);
  return guarded<StepFailures>("step-failures", {
    async add({ runId, step, attempt }) {
      const { rows } = await database.execute<{ failures: number }>(sql`
        with old as (
          select run_id, step from ${stepFailures} kept
          where kept.failed_at < now() - ${keptFor} and kept.run_id <> ${runId}
          limit ${sweptAtOnce} for update skip locked
        ), swept as (
          delete from ${stepFailures} kept using old where kept.run_id = old.run_id and kept.step = old.step
        )
        insert into ${stepFailures} as counted (run_id, step, attempt) values (${runId}, ${step}, ${attempt})
        on conflict (run_id, step) do update set
          failures = counted.failures + (excluded.attempt > counted.attempt)::int,
          attempt = greatest(counted.attempt, excluded.attempt),
          failed_at = now()
        returning failures`);
      return onlyRow(rows).failures;
    },
  });
}
