import { asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { databaseOn, guarded } from "../database.ts";
import { deadLetter } from "../dead-letters/postgres.ts";
import type { Pool } from "../postgres.ts";
import { eventTraces } from "../schema/event-traces.ts";
import { deadLetters, outbox } from "../schema/platform.ts";
import { type CascadeReads, type FoundEvent, mostEvents, mostLetters } from "./cascades-over.ts";
import { mentions } from "./mentions.ts";
import type { KeptEvent } from "./port.ts";

/** Reads the outbox and the failed runs: a look is one pass over each of them. */
export function postgresCascadeReads(pool: Pool): CascadeReads {
  const database = databaseOn(pool);
  return guarded<CascadeReads>("cascades", {
    async event(id) {
      const [row] = await database.select().from(outbox).where(eq(outbox.id, id));
      return row && foundEvent(row);
    },

    async eventsMentioning(texts) {
      const rows = await database
        .select()
        .from(outbox)
        .where(holdsAny(outbox.payload, texts))
        .orderBy(desc(outbox.position))
        .limit(mostEvents + 1);
      const mentioning = rows.filter(({ payload }) => mentions(JSON.stringify(payload), texts));
      return { rows: mentioning.slice(0, mostEvents).map(foundEvent), complete: rows.length <= mostEvents };
    },

    async functionsOf(ids) {
      const found = new Map<string, KeptEvent["functions"]>();
      const traces = await database
        .select()
        .from(eventTraces)
        .where(inArray(eventTraces.eventId, [...ids]))
        .orderBy(asc(eventTraces.functionId));
      for (const { eventId, functionId, ended } of traces)
        found.set(eventId, [...(found.get(eventId) ?? []), { functionId, ended }]);
      return found;
    },

    async lettersMentioning(texts) {
      const rows = await database
        .select()
        .from(deadLetters)
        .where(holdsAny(deadLetters.events, texts))
        .orderBy(asc(deadLetters.failedAt))
        .limit(mostLetters + 1);
      return { rows: rows.slice(0, mostLetters).map(deadLetter), complete: rows.length <= mostLetters };
    },
  });
}

/** Whether a JSON column's text holds one of them, as a part of a longer one too. */
function holdsAny(column: PgColumn, texts: readonly string[]): SQL | undefined {
  return or(...texts.map((text) => sql`strpos(${column}::text, ${text}) > 0`));
}

function foundEvent(row: typeof outbox.$inferSelect): FoundEvent {
  const { v, data } = Object(row.payload);
  return {
    id: row.id,
    name: row.name,
    ...(typeof v === "string" ? { v } : {}),
    data,
    createdAt: row.createdAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString(),
    lastError: row.lastError ?? undefined,
    position: row.position,
  };
}
