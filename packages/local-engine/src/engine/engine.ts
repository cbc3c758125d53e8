import type { BusyError } from "../core/busy-error.ts";
import type { Call } from "../core/dispatcher.ts";
import type { IncomingEvent } from "../core/event-log.ts";
import { readIncoming } from "../core/intake.ts";
import { createMachine } from "../core/machine.ts";
import type { AppRecord } from "../core/records.ts";
import type { Operation } from "../core/reports.ts";
import type { Notice } from "../core/state.ts";
import type { StorageError } from "../core/storage-error.ts";
import { createCaller } from "./caller.ts";
import { createCommitter } from "./committer.ts";
import { type Controls, createControls } from "./controls.ts";
import type { EngineOptions } from "./engine-options.ts";
import { createFeatures, type Features } from "./features.ts";
import { createIdleWaiters } from "./idle.ts";
import { createInfer } from "./infer.ts";
import { createIntakeQueue } from "./intake-queue.ts";
import { createPruner } from "./pruner.ts";
import { createQueries, type Queries } from "./queries.ts";

/** Timers that fire in one turn: of all that can be due at one time, nothing else would have its turn. */
const firedAtOnce = 200;

export interface EngineHealth {
  /** Why nothing can be written at present. */
  storage: StorageError | undefined;
  /** Why no events are taken at present. */
  intake: BusyError | undefined;
  runsInProgress: number;
}

/** A running engine. Every promise resolves only after what it did is stored. */
export interface Engine extends Queries, Controls, Features {
  /**
   * Rejects with a RefusedEventError, and stores none of the events, when one of them cannot be taken; with a BusyError
   * when there is more than can be kept; with a StorageError when they cannot be stored.
   */
  send(events: readonly IncomingEvent[], internalIds?: readonly string[]): Promise<string[]>;
  health(): EngineHealth;
  register(app: AppRecord): Promise<{ modified: boolean }>;
  /** @returns false when the call that reports is no longer the one in charge of the run. */
  checkpoint(
    runId: string,
    jobId: string,
    requestId: string | undefined,
    operations: Operation[],
  ): Promise<boolean>;
  /** Tells about changes after they are stored. Returns a function that ends the subscription. */
  subscribe(listener: (notices: Notice[]) => void): () => void;
  /** Resolves when no call is in flight and nothing is due. */
  idle(): Promise<void>;
  /** Does what became due; for clocks that do not wake the engine. */
  fireDue(): void;
  nextDue(): number | undefined;
  now(): number;
  /** Stops making calls and writes what is left. Calls in flight are made again by the next engine on this store. */
  close(): void;
}

export function createEngine(options: EngineOptions): Engine {
  const {
    store,
    clock,
    transport,
    defer = setImmediate,
    maxConcurrentCalls = 100,
    maxRunsInProgress = 200_000,
    fetch: fetcher = (...request) => fetch(...request),
  } = options;
  const machine = createMachine({
    store,
    now: () => clock.now(),
    ahead: () => clock.ahead?.() ?? 0,
    notBefore: (time) => clock.notBefore?.(time),
    maxConcurrentCalls,
    ...(options.random ? { random: options.random } : {}),
    ...(options.idRandom ? { idRandom: options.idRandom } : {}),
    ...(options.retryInterval === undefined ? {} : { retryInterval: options.retryInterval }),
  });
  const subscribers = new Set<(notices: Notice[]) => void>();
  const call = createCaller({
    transport,
    ownSteps: {
      fetch: fetcher,
      infer: createInfer(options.infer ?? "stub", fetcher),
      around: options.aroundOwnStep,
    },
    signingKey: options.signingKey,
    onAnswer(answered, answer) {
      options.onAnswer?.(answered);
      // The next engine on this store makes the call again.
      if (closed) return;
      machine.answer(answered, answer);
      committer.schedule();
    },
  });
  let closed = false;
  let nextCalls: Call[] = [];
  const onStorageError = (error: StorageError) => options.onStorageError?.(error);

  const committer = createCommitter({
    state: machine.core.state,
    defer,
    beforeCommit: () => {
      if (!closed) nextCalls.push(...machine.takeCalls());
    },
    afterCommit,
    onError: onStorageError,
    onRecovery: () => options.onStorageRecovery?.(),
  });
  const idle = createIdleWaiters(
    () =>
      committer.isClean() &&
      machine.core.dispatcher.inFlightCount === 0 &&
      machine.core.dispatcher.readyCount === 0,
  );
  const pruneSometimes = createPruner({
    store,
    retention: options.retention,
    now: () => clock.now(),
    defer,
    isClosed: () => closed,
    onError: onStorageError,
  });

  function afterCommit(notices: Notice[]) {
    if (closed) return;
    const calls = nextCalls;
    nextCalls = [];
    for (const next of calls) {
      // While nothing could be written, the run may have ended.
      if (machine.core.dispatcher.inFlight(next.job.id) !== next) continue;
      options.onCall?.(next);
      call(next);
    }
    clock.wakeAt(machine.nextDue(), fireSome);
    if (notices.length > 0) for (const subscriber of subscribers) subscriber(notices);
    pruneSometimes(notices);
    idle.resolve();
  }

  function fireDue(most?: number) {
    if (closed) return;
    machine.fireDue(most);
    committer.schedule();
  }

  /** What is due beyond that has its turn after everything else. */
  function fireSome() {
    fireDue(firedAtOnce);
  }

  async function stored<Result>(work: () => Result): Promise<Result> {
    if (closed) throw new Error("the engine is closed.");
    const result = work();
    await committer.committed();
    return result;
  }

  const intake = createIntakeQueue({
    stored,
    runsInProgress: () => machine.core.state.runs.size,
    maxRunsInProgress,
  });

  machine.recover();
  committer.schedule();

  return {
    ...createQueries(machine.core),
    ...createControls(machine, stored),
    ...createFeatures(machine, stored),
    async send(events, internalIds) {
      if (closed) throw new Error("the engine is closed.");
      const refusal = committer.failure() ?? intake.busy();
      if (refusal) throw refusal;
      return intake.take(events.map(readIncoming), (event, position) =>
        machine.accept(event, internalIds?.[position]),
      );
    },
    health: () => ({
      storage: committer.failure(),
      intake: intake.busy(),
      runsInProgress: machine.core.state.runs.size,
    }),
    register: (app) => stored(() => ({ modified: machine.register(app) })),
    checkpoint: (runId, jobId, requestId, operations) =>
      stored(() => machine.checkpoint(runId, jobId, requestId, operations)),
    subscribe(listener) {
      subscribers.add(listener);
      return () => subscribers.delete(listener);
    },
    idle() {
      const waited = idle.wait();
      committer.schedule();
      return waited;
    },
    fireDue: () => fireDue(),
    nextDue: () => machine.nextDue(),
    now: () => clock.now(),
    close() {
      if (closed) return;
      closed = true;
      clock.wakeAt(undefined, fireSome);
      committer.finish();
      store.close();
    },
  };
}
