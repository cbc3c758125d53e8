import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import type { Pool } from "@org/stores/postgres";

/**
 * Ends a measurement that nothing can complete any more.
 *
 * @throws Error when a run failed, or a message was refused or is in doubt
 */
export async function checkNothingFailed(pool: Pool): Promise<void> {
  const letters = await postgresDeadLetters(pool).list();
  const [letter] = letters;
  if (letter)
    throw new Error(
      `${letters.length} runs failed, the first of ${letter.workflow}: ${letter.error.message}`,
    );
  const { rows } = await pool.query<{ key: string; status: string; reason: string | null; all: number }>(
    `select key, status, reason, (count(*) over ())::int as all from platform.deliveries
     where status in ('failed', 'unknown') order by recorded_at limit 1`,
  );
  const [message] = rows;
  if (message)
    throw new Error(
      `${message.all} messages did not leave for certain, the first ${message.key} (${message.status}): ${message.reason}`,
    );
}
