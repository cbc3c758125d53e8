import { and, count, desc, eq, gte, lt, not, or, type SQL, sql } from "drizzle-orm";
import { databaseOn, guarded, onlyRow } from "../database.ts";
import { holdsId } from "../erasure.ts";
import type { Pool } from "../postgres.ts";
import { deadLetters } from "../schema/platform.ts";
import { impersonalEvents } from "./impersonal-events.ts";
import type { DeadLetter, DeadLetterFilter, DeadLetters, NewDeadLetter } from "./port.ts";

export function postgresDeadLetters(pool: Pool): DeadLetters {
  const database = databaseOn(pool);

  async function settle(
    runId: string,
    outcome: Pick<DeadLetter, "status" | "replayRunId">,
    condition: SQL | undefined,
  ): Promise<boolean> {
    const { rowCount } = await database
      .update(deadLetters)
      .set({ ...outcome, settledAt: sql`now()` })
      .where(and(eq(deadLetters.runId, runId), condition));
    return rowCount === 1;
  }

  return guarded<DeadLetters>("dead-letters", {
    async record({ failedAt, nextReplayAt, ...letter }) {
      const times = {
        failedAt: new Date(failedAt),
        nextReplayAt: nextReplayAt === undefined ? undefined : new Date(nextReplayAt),
      };
      const { rowCount } = await database
        .insert(deadLetters)
        .values({ ...letter, ...times })
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

    async openByWorkflow() {
      const { app, workflow } = deadLetters;
      const latest = sql`max(${deadLetters.failedAt})`.mapWith(deadLetters.failedAt);
      const rows = await database
        .select({ app, workflow, open: count(), latest })
        .from(deadLetters)
        .where(isOpen)
        .groupBy(app, workflow)
        .orderBy(desc(latest), app, workflow);
      return rows.map(({ latest, ...row }) => ({ ...row, latestFailedAt: latest.toISOString() }));
    },

    async count({ app, workflow, since }) {
      const failedSince = gte(deadLetters.failedAt, new Date(since));
      const rows = await database
        .select({ failed: count() })
        .from(deadLetters)
        .where(and(eq(deadLetters.app, app), eq(deadLetters.workflow, workflow), failedSince));
      return onlyRow(rows).failed;
    },

    markReplayed: (runId, replayRunId) =>
      settle(runId, { status: "replayed", replayRunId }, or(isOpen, isReplayedBy(replayRunId))),
    discard: (runId) => settle(runId, { status: "discarded" }, isOpen),

    async reopen(runId, replayRunId) {
      const { rowCount } = await database
        .update(deadLetters)
        .set({ status: "open", settledAt: null, replayRunId: null })
        .where(and(eq(deadLetters.runId, runId), isReplayedBy(replayRunId), not(failedAgain)));
      return rowCount === 1;
    },

    async forget(userId, { app, theirs = [] } = {}) {
      const { rowCount } = await database.execute(forgetting([userId, ...theirs], app));
      return rowCount ?? 0;
    },
  });
}

const isOpen = eq(deadLetters.status, "open");

function isReplayedBy(replayRunId: string): SQL | undefined {
  return and(eq(deadLetters.status, "replayed"), eq(deadLetters.replayRunId, replayRunId));
}

/** The replay of the letter at hand ran and has a letter of its own. */
const failedAgain = sql`exists (select from ${deadLetters} again where again.replay_of = ${deadLetters.runId})`;

/** Ids of recipients do not make an event one about them: it may be about anything, and be others' as well. */
const withoutRecipients = sql`regexp_replace(event ->> 'data', '"userIds":\\s*\\[[^]]*\\]', '')`;

function forgetting(ids: readonly string[], app?: string): SQL {
  const isForgotten = sql`(
    coalesce(${holdsId(withoutRecipients, ids)}, false)
    and not event ->> 'name' = any(${sql.param(impersonalEvents)}::text[])
  )`;
  return sql`
    with affected as (
      select run_id, (
        select json_agg(event order by position) from json_array_elements(events) with ordinality each (event, position)
        where not ${isForgotten}
      ) as others
      from ${deadLetters}
      where (${app ?? null}::text is null or app = ${app ?? null})
        and exists (select from json_array_elements(events) event where ${isForgotten})
    ), kept as (
      update ${deadLetters} letter set events = others from affected
      where letter.run_id = affected.run_id and others is not null
    ), deleted as (
      delete from ${deadLetters} letter using affected
      where letter.run_id = affected.run_id and others is null
    )
    select run_id from affected`;
}

function conditions(filter: DeadLetterFilter): (SQL | undefined)[] {
  const { status, app, workflow, replayOf, since, until, after } = filter;
  return [
    status && eq(deadLetters.status, status),
    app === undefined ? undefined : eq(deadLetters.app, app),
    workflow === undefined ? undefined : eq(deadLetters.workflow, workflow),
    replayOf === undefined ? undefined : eq(deadLetters.replayOf, replayOf),
    since === undefined ? undefined : gte(deadLetters.failedAt, new Date(since)),
    until === undefined ? undefined : lt(deadLetters.failedAt, new Date(until)),
    after && isListedAfter(after),
  ];
}

/** Several may have failed in the same millisecond; the run id tells them apart. */
function isListedAfter({ failedAt, runId }: Pick<DeadLetter, "failedAt" | "runId">): SQL {
  return sql`(${deadLetters.failedAt}, ${deadLetters.runId}) < (${failedAt}::timestamptz, ${runId})`;
}

/** A row as the port tells it. */
export function deadLetter({ events, error, ...row }: typeof deadLetters.$inferSelect): DeadLetter {
  return {
    ...row,
    ...recorded(events, error),
    attempts: row.attempts ?? undefined,
    replayOf: row.replayOf ?? undefined,
    replays: row.replays ?? undefined,
    nextReplayAt: row.nextReplayAt?.toISOString(),
    failedAt: row.failedAt.toISOString(),
    settledAt: row.settledAt?.toISOString(),
    replayRunId: row.replayRunId ?? undefined,
  };
}

/** The two columns hold what `record` wrote, and nothing else writes them. */
function recorded(events: unknown, error: unknown): Pick<NewDeadLetter, "events" | "error"> {
  return { events, error } as Pick<NewDeadLetter, "events" | "error">;
}
