import { finishedStatuses } from "../core/records.ts";
import type { Notice } from "../core/state.ts";
import type { StorageError } from "../core/storage-error.ts";
import type { RetentionPolicy, Store } from "../core/store.ts";
import { toStorageError } from "./committer.ts";

const day = 86_400_000;
const runsBetweenPrunes = 500;
const longestBetweenPrunes = 3_600_000;
/** Milliseconds that a slice takes, while nothing else happens. */
const sliceTime = 5;

/** Inngest's 14 days, and at most so many runs and events as a machine of one developer has room for. */
export function retentionOf(days: number): RetentionPolicy {
  return { maxRuns: 10_000, maxEvents: 20_000, maxAge: days * day };
}

export interface PrunerOptions {
  store: Store;
  retention: RetentionPolicy | false | undefined;
  now: () => number;
  /** Puts the next slice off until everything else had its turn. */
  defer: (task: () => void) => void;
  /** Whether nothing may be written any more. */
  isClosed: () => boolean;
  onError: (error: StorageError) => void;
}

/**
 * Drops what the policy no longer keeps: with the first run that ends, because an engine that is often started anew may
 * never count to the next time, then after every 500, and with the first that ends an hour after the last time.
 */
export function createPruner(options: PrunerOptions) {
  const { store, retention = retentionOf(14), now, defer, isClosed, onError } = options;
  let endedSincePrune = runsBetweenPrunes - 1;
  let lastPrune = now();

  function prune() {
    if (retention === false || isClosed()) return;
    try {
      if (store.prune(retention, now(), sliceTime)) defer(prune);
    } catch (cause) {
      onError(toStorageError(cause));
    }
  }

  return (notices: readonly Notice[]): void => {
    const ended = notices.filter((notice) => notice.type === "run" && finishedStatuses.has(notice.status));
    endedSincePrune += ended.length;
    const isLate = ended.length > 0 && now() - lastPrune >= longestBetweenPrunes;
    if (endedSincePrune < runsBetweenPrunes && !isLate) return;
    endedSincePrune = 0;
    lastPrune = now();
    prune();
  };
}
