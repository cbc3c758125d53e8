import type { EngineState, Notice } from "../core/state.ts";
import { StorageError } from "../core/storage-error.ts";

export interface CommitterOptions {
  state: EngineState;
  /** Puts the commit off until the current input has been handled, so that simultaneous inputs share one. */
  defer: (task: () => void) => void;
  /** Called before the changes are taken, to add what follows from them. */
  beforeCommit: () => void;
  afterCommit: (notices: Notice[]) => void;
  /** Told when writing begins to fail. */
  onError: (error: StorageError) => void;
  /** Told when a write succeeds again. */
  onRecovery: () => void;
}

const retryDelay = 1_000;

/** Writes changes to the store in groups: everything that came in during one turn of the event loop in one commit. */
export function createCommitter(options: CommitterOptions) {
  const { state, defer, beforeCommit, afterCommit, onError, onRecovery } = options;
  let scheduled = false;
  let waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  let failure: StorageError | undefined;
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
    const acknowledged = waiting;
    waiting = [];
    const error = write();
    if (error) {
      for (const { reject } of acknowledged) reject(error);
      if (!failure) onError(error);
      failure = error;
      retry = setTimeout(schedule, retryDelay);
      return;
    }
    if (failure) onRecovery();
    failure = undefined;
    for (const { resolve } of acknowledged) resolve();
    afterCommit(state.takeNotices());
  }

  /** What could not be written stays the working memory's, so that an event sent again is still recognised. */
  function write(): StorageError | undefined {
    const changes = state.takeChanges();
    try {
      if (changes.length > 0) state.store.commit(changes);
      return undefined;
    } catch (cause) {
      state.putBack(changes);
      return toStorageError(cause);
    }
  }

  return {
    schedule,
    /** Resolves once everything done so far is stored; rejects with a StorageError when it could not be. */
    committed: () =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ resolve, reject });
        schedule();
      }),
    /** Why the last write failed, as long as none has succeeded since. */
    failure: () => failure,
    /** True when everything done so far is stored. */
    isClean: () => !scheduled && failure === undefined,
    /** Writes what is left, at once, and nothing after that. */
    finish() {
      finished = true;
      clearTimeout(retry);
      const error = write();
      if (error) onError(error);
      for (const { reject } of waiting) reject(new Error("the engine is closed."));
    },
  };
}

export function toStorageError(cause: unknown): StorageError {
  if (StorageError.isInstance(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `the engine's state could not be written (${reason}). Free some disk space; the engine tries again every second.`;
  return new StorageError(message, { cause });
}
