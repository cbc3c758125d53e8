import { replayRun } from "@org/commands/operations/replay-run";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import type { Pool } from "@org/stores/postgres";

/** Does what an operator does once the cause is gone: has every open dead letter replayed. @returns how many. */
export async function replayOpenLetters(pool: Pool): Promise<number> {
  const deadLetters = postgresDeadLetters(pool);
  const replay = replayRun({ deadLetters, outbox: postgresOutbox(pool) });
  const { rows } = await pool.query<{ runId: string }>(
    `select run_id as "runId" from platform.dead_letters where status = 'open' order by failed_at`,
  );
  let asked = 0;
  for (const { runId } of rows) if ((await replay({ runId, operatorId: "chaos" })).ok) asked += 1;
  return asked;
}
