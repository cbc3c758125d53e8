import { finishedStatuses } from "../core/records.ts";
import type { Notice } from "../core/state.ts";
import type { StorageError } from "../core/storage-error.ts";
import type { RetentionPolicy, Store } from "../core/store.ts";
import { toStorageError } from "./committer.ts";

const defaultRetention: RetentionPolicy = { maxRuns: 10_000, maxEvents: 20_000, maxAge: 14 * 86_400_000 };
const runsBetweenPrunes = 500;

export interface PrunerOptions {
  store: Store;
  retention: RetentionPolicy | false | undefined;
  now: () => number;
  onError: (error: StorageError) => void;
}

/**
 * Drops what the policy no longer keeps: with the first run that ends, because an engine that is often started anew may
 * never count to the next time, and then after every 500.
 */
export function createPruner({ store, retention = defaultRetention, now, onError }: PrunerOptions) {
  let endedSincePrune = runsBetweenPrunes - 1;
  return (notices: readonly Notice[]): void => {
    if (retention === false) return;
    endedSincePrune += notices.filter(
      (notice) => notice.type === "run" && finishedStatuses.has(notice.status),
    ).length;
    if (endedSincePrune < runsBetweenPrunes) return;
    endedSincePrune = 0;
    try {
      store.prune(retention, now());
    } catch (cause) {
      onError(toStorageError(cause));
    }
  };
}
