import { brandErrors, hasBrand } from "../core/brand.ts";
import type { EngineState, Notice } from "../core/state.ts";

export interface CommitterOptions {
  state: EngineState;
  /** Puts the commit off until the current input has been handled, so that simultaneous inputs share one. */
  defer: (task: () => void) => void;
  /** Called before the changes are taken, to add what follows from them. */
  beforeCommit: () => void;
  afterCommit: (notices: Notice[]) => void;
  onError: (error: StorageError) => void;
}

/** The state could not be written. What was being acknowledged is not; the engine tries again by itself. */
export class StorageError extends Error {
  static {
    brandErrors(StorageError.prototype, "StorageError");
  }
  static isInstance(value: unknown): value is StorageError {
    return hasBrand(value, "StorageError");
  }
  override readonly name = "StorageError";
}

const retryDelay = 1_000;

/** Writes changes to the store in groups: everything that came in during one turn of the event loop in one commit. */
export function createCommitter({ state, defer, beforeCommit, afterCommit, onError }: CommitterOptions) {
  let scheduled = false;
  let waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let unwritten: ReturnType<EngineState["takeChanges"]> = [];
  let retry: NodeJS.Timeout | undefined;
  let finished = false;

  function schedule() {
    if (scheduled) return;
    scheduled = true;
    defer(commit);
  }

  function commit() {
    scheduled = false;
    clearTimeout(retry);
    if (finished) return;
    beforeCommit();
    unwritten = [...unwritten, ...state.takeChanges()];
    const acknowledged = waiting;
    waiting = [];
    try {
      if (unwritten.length > 0) state.store.commit(unwritten);
    } catch (cause) {
      const error = toStorageError(cause);
      for (const { reject } of acknowledged) reject(error);
      onError(error);
      retry = setTimeout(schedule, retryDelay);
      return;
    }
    unwritten = [];
    for (const { resolve } of acknowledged) resolve();
    afterCommit(state.takeNotices());
  }

  return {
    schedule,
    /** Resolves once everything done so far is stored; rejects with a StorageError when it could not be. */
    committed: () =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject });
        schedule();
      }),
    /** True when everything done so far is stored. */
    isClean: () => !scheduled && unwritten.length === 0,
    /** Writes what is left, at once, and nothing after that. */
    finish() {
      finished = true;
      clearTimeout(retry);
      try {
        state.store.commit([...unwritten, ...state.takeChanges()]);
      } catch (cause) {
        onError(toStorageError(cause));
      }
      for (const { reject } of waiting) reject(new Error("the engine is closed."));
    },
  };
}

function toStorageError(cause: unknown): StorageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `the engine's state could not be written (${reason}). Free some disk space; the engine tries again every second.`;
  return new StorageError(message, { cause });
}
