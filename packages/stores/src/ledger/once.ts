import { randomUUID } from "node:crypto";
import { IntegrationError } from "@org/integrations/error";
import type { LedgerEntry, LedgerState, OnceOptions, SendLedger } from "./port.ts";

export interface LedgerOptions {
  /** Milliseconds after which a call in progress counts as lost; longer than any adapter's timeout. Default 30,000. */
  staleAfter?: number;
  /** Milliseconds after which what the vendor does not have was never taken: lists lag. Default 5 minutes. */
  absentAfter?: number;
}

/** Longer than any call takes. */
export const lostAfter = 30_000;

/** What became of a key that could not be claimed. */
interface StoredEntry {
  key: string;
  state: LedgerState;
  startedAt: Date;
  result: unknown;
}

/** What a store does for a ledger: each of these in one transaction. */
export interface LedgerEntries extends Pick<SendLedger, "resolve"> {
  /** Takes the key when it is new or certainly failed before. */
  claim(key: string, holder: string): Promise<boolean>;
  /** The entry of a key that could not be claimed; a call whose process is gone becomes ambiguous here. */
  settled(key: string): Promise<StoredEntry | undefined>;
  /** A late answer still counts: it settles an entry that was given up as ambiguous meanwhile. */
  settle(
    key: string,
    holder: string,
    outcome: { state: LedgerState; result?: unknown; lastError: string | null },
  ): Promise<void>;
  get(key: string): Promise<LedgerEntry | undefined>;
}

interface Keeper extends LedgerOptions {
  /** Who keeps the entries, as errors name it: `postgres`. */
  vendor: string;
}

/** A ledger over a store's entries: whoever claims a key is the only one to run the effect. */
export function ledgerOver(
  entries: LedgerEntries,
  { vendor, staleAfter = lostAfter, absentAfter = 300_000 }: Keeper,
): SendLedger {
  const errors = ledgerErrors(vendor, staleAfter);

  /** Settles an entry in doubt by what the vendor says. */
  async function ask<Result>(
    { key, startedAt }: StoredEntry,
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
        if (row?.state !== "ambiguous" || !find) return errors.storedResult(row);
        await ask(row, find);
        if (!(await entries.claim(key, holder))) return errors.storedResult(await entries.settled(key));
      }
      let result: Result;
      try {
        result = await effect();
      } catch (error) {
        const failure = errors.asIntegrationError(error, key);
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

/** The effect of a key always has the same type, and its result survives JSON; both are the caller's contract. */
function sameResult<Result>(stored: unknown): Result {
  return stored as Result;
}

function ledgerErrors(vendor: string, staleAfter: number) {
  const ambiguous = (key: string) =>
    new IntegrationError(
      `Whether "${key}" was sent is unknown. Look it up at the vendor and resolve the ledger entry.`,
      { port: "ledger", vendor, kind: "ambiguous" },
    );
  return {
    storedResult<Result>(row: StoredEntry | undefined): Result {
      if (row?.state === "sent") return sameResult(row.result);
      if (row?.state === "ambiguous") throw ambiguous(row.key);
      const inProgressFor = row ? Date.now() - row.startedAt.getTime() : 0;
      throw new IntegrationError(
        `"${row?.key}" is being sent by another process. Try again when it has ended.`,
        {
          port: "ledger",
          vendor,
          kind: "retryable",
          // By then the other call has either ended or counts as lost, so one retry settles it.
          retryAfter: Math.min(staleAfter, Math.max(0, staleAfter - inProgressFor)) + 100,
        },
      );
    },

    /** An effect that fails in a way no adapter classified may have happened. */
    asIntegrationError: (error: unknown, key: string): IntegrationError =>
      IntegrationError.isInstance(error) ? error : ambiguous(key),
  };
}
