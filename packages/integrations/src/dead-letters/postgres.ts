import { and, count, desc, eq, gte, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { databaseOn, guarded, onlyRow } from "../stores/database.ts";
import type { Pool } from "../stores/postgres.ts";
import { deadLetters } from "../stores/schema/platform.ts";
import type { DeadLetter, DeadLetterFilter, DeadLetters, NewDeadLetter } from "./port.ts";

export function postgresDeadLetters(pool: Pool): DeadLetters {
  const database = databaseOn(pool);

  async function settle(
    runId: string,
    outcome: Pick<DeadLetter, "status" | "replayRunId">,
  ): Promise<boolean> {
    const { rowCount } = await database
      .update(deadLetters)
      .set({ ...outcome, settledAt: sql`now()` })
      .where(and(eq(deadLetters.runId, runId), eq(deadLetters.status, "open")));
    return rowCount === 1;
  }

  return guarded<DeadLetters>("dead-letters", {
    async record({ failedAt, ...letter }) {
      const { rowCount } = await database
        .insert(deadLetters)
        .values({ ...letter, failedAt: new Date(failedAt) })
        .onConflictDoNothing();
      return rowCount === 1;
    },

    async get(runId) {
      const [row] = await database.select().from(deadLetters).where(eq(deadLetters.runId, runId));
      return row && deadLetter(row);
    },

    async list(filter = {}) {
      const rows = await database
        .select()
        .from(deadLetters)
        .where(and(...conditions(filter)))
        .orderBy(desc(deadLetters.failedAt), desc(deadLetters.runId))
        .limit(filter.limit ?? 50);
      return rows.map(deadLetter);
    },

    async count({ app, workflow, since }) {
      const failedSince = gte(deadLetters.failedAt, new Date(since));
      const rows = await database
        .select({ failed: count() })
        .from(deadLetters)
        .where(and(eq(deadLetters.app, app), eq(deadLetters.workflow, workflow), failedSince));
      return onlyRow(rows).failed;
    },

    markReplayed: (runId, replayRunId) => settle(runId, { status: "replayed", replayRunId }),
    discard: (runId) => settle(runId, { status: "discarded" }),

    async prune({ failedBefore, limit = 1000 }) {
      const old = database
        .select({ runId: deadLetters.runId })
        .from(deadLetters)
        .where(and(ne(deadLetters.status, "open"), lt(deadLetters.failedAt, new Date(failedBefore))))
        .limit(limit);
      const { rowCount } = await database.delete(deadLetters).where(inArray(deadLetters.runId, old));
      return rowCount ?? 0;
    },
  });
}

function conditions({ status, app, workflow, failedBefore }: DeadLetterFilter): (SQL | undefined)[] {
  return [
    status && eq(deadLetters.status, status),
    app === undefined ? undefined : eq(deadLetters.app, app),
    workflow === undefined ? undefined : eq(deadLetters.workflow, workflow),
    failedBefore === undefined ? undefined : lt(deadLetters.failedAt, new Date(failedBefore)),
  ];
}

function deadLetter({ event, error, ...row }: typeof deadLetters.$inferSelect): DeadLetter {
  return {
    ...row,
    ...recorded(event, error),
    failedAt: row.failedAt.toISOString(),
    settledAt: row.settledAt?.toISOString(),
    replayRunId: row.replayRunId ?? undefined,
  };
}

/** The two columns hold what `record` wrote, and nothing else writes them. */
function recorded(event: unknown, error: unknown): Pick<NewDeadLetter, "event" | "error"> {
  return { event, error } as Pick<NewDeadLetter, "event" | "error">;
}
