import { asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { databaseOn, guarded } from "../database.ts";
import { deadLetter } from "../dead-letters/postgres.ts";
import type { Pool } from "../postgres.ts";
import { eventTraces } from "../schema/event-traces.ts";
import { deadLetters, outbox } from "../schema/platform.ts";
import type { Cascade, Cascades, KeptEvent } from "./port.ts";

/** More than anybody reads of one thing. */
const mostEvents = 300;
const mostLetters = 100;

type Row = typeof outbox.$inferSelect;

/** Reads the outbox and the failed runs. Nothing there is indexed by what it holds: a look is one pass over each of them. */
export function postgresCascades(pool: Pool): Cascades {
  const database = databaseOn(pool);

  async function rowsHolding(texts: readonly string[]): Promise<Row[]> {
    if (texts.length === 0) return [];
    const rows = await database
      .select()
      .from(outbox)
      .where(holdsAny(outbox.payload, texts))
      .orderBy(desc(outbox.position))
      .limit(mostEvents + 1);
    return rows.filter(({ payload }) => mentions(payload, texts));
  }

  async function rootOf(about: string): Promise<string> {
    const [row] = await database.select().from(outbox).where(eq(outbox.id, about));
    return (row && correlationOf(row)) ?? about;
  }

  async function functionsOf(ids: readonly string[]): Promise<Map<string, KeptEvent["functions"]>> {
    const found = new Map<string, KeptEvent["functions"]>();
    if (ids.length === 0) return found;
    const traces = await database
      .select()
      .from(eventTraces)
      .where(inArray(eventTraces.eventId, [...ids]))
      .orderBy(asc(eventTraces.functionId));
    for (const { eventId, functionId, ended } of traces)
      found.set(eventId, [...(found.get(eventId) ?? []), { functionId, ended }]);
    return found;
  }

  async function lettersHolding(texts: readonly string[]) {
    return database
      .select()
      .from(deadLetters)
      .where(holdsAny(deadLetters.events, texts))
      .orderBy(asc(deadLetters.failedAt))
      .limit(mostLetters);
  }

  return guarded<Cascades>("cascades", {
    async find(about): Promise<Cascade> {
      const root = await rootOf(about);
      const named = await rowsHolding([root]);
      // What followed from an event that has no business key names that event, and need not name what it is about.
      const others = [...new Set(named.map(correlationOf))].filter((id) => id && !id.includes(root));
      const followed = await rowsHolding(others.filter((id) => id !== undefined));
      const unnamed = idsOf(latest([...named, ...followed])).filter((id) => !id.includes(root));
      const letters = await lettersHolding([root, ...unnamed]);
      // Who asks for a replay names the failed run and nothing else.
      const replays = await rowsHolding(letters.map(({ runId }) => runId));
      const all = [...named, ...followed, ...replays];
      const rows = latest(all).reverse();
      const functions = await functionsOf(idsOf(rows));
      return {
        events: rows.map((row) => keptEvent(row, functions.get(row.id) ?? [])),
        letters: letters.map(deadLetter),
        complete: new Set(idsOf(all)).size <= mostEvents && letters.length < mostLetters,
      };
    },
  });
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

/** Each row once, the latest first, no more of them than anybody reads. */
function latest(rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...byId.values()].toSorted((one, other) => other.position - one.position).slice(0, mostEvents);
}

/** Whether a JSON column's text holds one of them, as a part of a longer one too. */
function holdsAny(column: PgColumn, texts: readonly string[]): SQL | undefined {
  return or(...texts.map((text) => sql`strpos(${column}::text, ${text}) > 0`));
}

/** Whether one of them is there whole. */
function mentions(payload: unknown, texts: readonly string[]): boolean {
  const written = JSON.stringify(payload);
  return texts.some((text) => holdsWhole(written, text));
}

const partOfId = /[A-Za-z0-9_]/;

function holdsWhole(written: string, text: string): boolean {
  for (let at = written.indexOf(text); at >= 0; at = written.indexOf(text, at + 1)) {
    const [before = "", after = ""] = [written[at - 1], written[at + text.length]];
    if (!partOfId.test(before) && !partOfId.test(after)) return true;
  }
  return false;
}

/** The event with which everything began that the row is part of; its own id where it began something itself. */
function correlationOf({ id, payload }: Row): string | undefined {
  const { correlationId } = Object(Object(payload).data);
  return typeof correlationId === "string" ? correlationId : id;
}

function keptEvent(row: Row, functions: KeptEvent["functions"]): KeptEvent {
  const { v, data } = Object(row.payload);
  return {
    id: row.id,
    name: row.name,
    ...(typeof v === "string" ? { v } : {}),
    data,
    createdAt: row.createdAt.toISOString(),
    acceptedAt: row.acceptedAt?.toISOString(),
    lastError: row.lastError ?? undefined,
    functions,
  };
}
