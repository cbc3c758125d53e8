import { randomUUID } from "node:crypto";
import { and, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { sendLedger } from "../schema/platform.ts";
import { type LedgerEntries, type LedgerOptions, ledgerOver, lostAfter } from "./once.ts";
import type { LedgerEntry, SendLedger } from "./port.ts";

/** The send ledger in Postgres. One row per key; whoever turns it to `sending` is the only one to run the effect. */
export function postgresLedger(pool: Pool, options: LedgerOptions = {}): SendLedger {
  const { staleAfter = lostAfter } = options;
  const entries = guarded("ledger", ledgerEntries(databaseOn(pool), staleAfter));
  return ledgerOver(entries, { ...options, vendor: "postgres" });
}

type LedgerRow = typeof sendLedger.$inferSelect;

function ledgerEntries(database: Database, staleAfter: number): LedgerEntries {
  const { claims, settlements, entriesByKey } = preparedStatements(database);
  return {
    /** Takes the key when it is new or certainly failed before. */
    async claim(key: string, holder: string): Promise<boolean> {
      return (await claims.execute({ key, holder })).length > 0;
    },

    /** The entry of a key that could not be claimed; a call whose process is gone becomes ambiguous here. */
    async settled(key: string): Promise<LedgerRow | undefined> {
      const [row] = await entriesByKey.execute({ key });
      if (row?.state !== "sending") return row;
      const [lost] = await database
        .update(sendLedger)
        .set({
          state: "ambiguous",
          lastError: "The process that was sending ended before it knew the outcome.",
        })
        .where(and(eq(sendLedger.key, key), eq(sendLedger.state, "sending"), isStale(staleAfter)))
        .returning();
      return lost ?? row;
    },

    /** A late answer still counts: it settles an entry that was given up as ambiguous meanwhile. */
    async settle(
      key: string,
      holder: string,
      outcome: { state: LedgerRow["state"]; result?: unknown; lastError: string | null },
    ): Promise<void> {
      await settlements.execute({ key, holder, result: undefined, ...outcome });
    },

    async get(key: string): Promise<LedgerEntry | undefined> {
      const [row] = await entriesByKey.execute({ key });
      return row && ledgerEntry(row);
    },

    async resolve(
      key: string,
      outcome: { state: "sent"; result: unknown } | { state: "failed" },
    ): Promise<boolean> {
      const { rowCount } = await database
        .update(sendLedger)
        // A new holder, so that the lost call's own late answer does not undo the operator's decision.
        .set({ ...outcome, holder: randomUUID(), settledAt: sql`now()` })
        .where(and(eq(sendLedger.key, key), isInDoubt(staleAfter)));
      return rowCount === 1;
    },
  };
}

function isStale(staleAfter: number): SQL {
  return lt(sendLedger.startedAt, sql`now() - ${staleAfter} * interval '1 millisecond'`);
}

/** What nobody knows the outcome of: a call that ended so, or one whose process died. */
export function isInDoubt(staleAfter: number = lostAfter): SQL | undefined {
  return or(eq(sendLedger.state, "ambiguous"), and(eq(sendLedger.state, "sending"), isStale(staleAfter)));
}

/** The statements of every send: put together once, and without a name, which poolers do not pass on. */
function preparedStatements(database: Database) {
  const given = (name: keyof typeof sendLedger.$inferSelect) =>
    sql`${sql.param(sql.placeholder(name), sendLedger[name])}`;
  const unnamed = "";
  return {
    claims: database
      .insert(sendLedger)
      .values({ key: sql.placeholder("key"), holder: sql.placeholder("holder"), state: "sending" })
      .onConflictDoUpdate({
        target: sendLedger.key,
        set: {
          holder: sql`excluded.holder`,
          state: "sending",
          attempts: sql`${sendLedger.attempts} + 1`,
          startedAt: sql`now()`,
        },
        setWhere: eq(sendLedger.state, "failed"),
      })
      .returning({ key: sendLedger.key })
      .prepare(unnamed),
    settlements: database
      .update(sendLedger)
      .set({
        state: given("state"),
        result: given("result"),
        lastError: given("lastError"),
        settledAt: sql`now()`,
      })
      .where(
        and(
          eq(sendLedger.key, sql.placeholder("key")),
          eq(sendLedger.holder, sql.placeholder("holder")),
          inArray(sendLedger.state, ["sending", "ambiguous"]),
        ),
      )
      .prepare(unnamed),
    entriesByKey: database
      .select()
      .from(sendLedger)
      .where(eq(sendLedger.key, sql.placeholder("key")))
      .prepare(unnamed),
  };
}

function ledgerEntry({ key, state, attempts, startedAt, lastError }: LedgerRow): LedgerEntry {
  return { key, state, attempts, startedAt: startedAt.toISOString(), lastError: lastError ?? undefined };
}
