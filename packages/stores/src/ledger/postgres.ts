import { randomUUID } from "node:crypto";
import { IntegrationError } from "@org/integrations/error";
import { and, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { type Database, databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { sendLedger } from "../schema/platform.ts";
import type { LedgerEntry, OnceOptions, SendLedger } from "./port.ts";

export interface PostgresLedgerOptions {
  /** Milliseconds after which a call in progress counts as lost; longer than any adapter's timeout. Default 30,000. */
  staleAfter?: number;
  /** Milliseconds after which what the vendor does not have was never taken: lists lag. Default 5 minutes. */
  absentAfter?: number;
}

/** The send ledger in Postgres. One row per key; whoever turns it to `sending` is the only one to run the effect. */
export function postgresLedger(
  pool: Pool,
  { staleAfter = lostAfter, absentAfter = 300_000 }: PostgresLedgerOptions = {},
): SendLedger {
  const database = databaseOn(pool);
  const entries = guarded("ledger", ledgerEntries(database, staleAfter));

  /** Settles an entry in doubt by what the vendor says. */
  async function ask<Result>(
    { key, startedAt }: LedgerRow,
    find: NonNullable<OnceOptions<Result>["find"]>,
  ): Promise<void> {
    const trace = await find(startedAt.toISOString()).catch(unknownUnlessWrong);
    if (trace.state === "taken") await entries.resolve(key, { state: "sent", result: trace.result });
    const isOld = Date.now() - startedAt.getTime() >= absentAfter;
    if (trace.state === "not-taken" && isOld) await entries.resolve(key, { state: "failed" });
  }

  return {
    async once<Result>(
      key: string,
      effect: () => Promise<Result>,
      { find }: OnceOptions<Result> = {},
    ): Promise<Result> {
      const holder = randomUUID();
      if (!(await entries.claim(key, holder))) {
        const row = await entries.settled(key);
        if (row?.state !== "ambiguous" || !find) return storedResult(row, staleAfter);
        await ask(row, find);
        if (!(await entries.claim(key, holder))) return storedResult(await entries.settled(key), staleAfter);
      }
      let result: Result;
      try {
        result = await effect();
      } catch (error) {
        const failure = asIntegrationError(error, key);
        const state = failure.ambiguous ? "ambiguous" : "failed";
        await entries.settle(key, holder, { state, lastError: failure.message }).catch(leaveUnsettled);
        throw failure;
      }
      await entries.settle(key, holder, { state: "sent", result, lastError: null }).catch(leaveUnsettled);
      return result;
    },
    get: entries.get,
    resolve: entries.resolve,
  };
}

/** A vendor that cannot be asked now proves nothing. */
function unknownUnlessWrong(error: unknown): { state: "unknown" } {
  if (IntegrationError.isInstance(error)) return { state: "unknown" };
  throw error;
}

/** The caller has its answer; an entry that could not be booked turns ambiguous, which never sends twice. */
function leaveUnsettled(): void {}

type LedgerRow = typeof sendLedger.$inferSelect;

function ledgerEntries(database: Database, staleAfter: number) {
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

/** Longer than any call takes. */
export const lostAfter = 30_000;

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

function storedResult<Result>(row: LedgerRow | undefined, staleAfter: number): Result {
  if (row?.state === "sent") return sameResult(row.result);
  if (row?.state === "ambiguous") throw ambiguous(row.key);
  const inProgressFor = row ? Date.now() - row.startedAt.getTime() : 0;
  throw new IntegrationError(`"${row?.key}" is being sent by another process. Try again when it has ended.`, {
    port: "ledger",
    vendor: "postgres",
    kind: "retryable",
    // By then the other call has either ended or counts as lost, so one retry settles it.
    retryAfter: Math.min(staleAfter, Math.max(0, staleAfter - inProgressFor)) + 100,
  });
}

/** The effect of a key always has the same type, and its result survives JSON; both are the caller's contract. */
function sameResult<Result>(stored: unknown): Result {
  return stored as Result;
}

function ambiguous(key: string): IntegrationError {
  return new IntegrationError(
    `Whether "${key}" was sent is unknown. Look it up at the vendor and resolve the ledger entry.`,
    { port: "ledger", vendor: "postgres", kind: "ambiguous" },
  );
}

/** An effect that fails in a way no adapter classified may have happened. */
function asIntegrationError(error: unknown, key: string): IntegrationError {
  return IntegrationError.isInstance(error) ? error : ambiguous(key);
}
