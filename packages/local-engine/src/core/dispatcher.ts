import { createCallPlaces, type Slot, slotsOf } from "./call-places.ts";
import { createOrderedQueue } from "./ordered-queue.ts";
import { createParkedJobs } from "./parked-jobs.ts";
import type { FunctionConfig, JobRecord } from "./records.ts";
import type { ActiveRun, DueJob, EngineState } from "./state.ts";

/** A call that is being made. `requestId` tells this try of the job from an earlier one that may still be running. */
export interface Call {
  requestId: string;
  job: JobRecord;
  run: ActiveRun;
  config: FunctionConfig;
  startedAt: number;
  /** When the call last reported a step; the next step began then. */
  progressAt: number;
  /** How often the app had registered when the call was made. */
  registrations?: number;
}

/** Decides which due jobs may be called now, under the concurrency limits. */
export interface Dispatcher {
  /** A job became due. */
  ready(run: ActiveRun, job: JobRecord): void;
  /** The job is no longer wanted. */
  withdraw(jobId: string): void;
  /** Functions came or changed: jobs of those that were not there, and as many as new limits allow, get in line. */
  reconsider(): void;
  /** Takes the calls to make now; each counts against its limits until `release`. */
  takeCalls(): Call[];
  inFlight(jobId: string): Call | undefined;
  release(call: Call): void;
  readonly readyCount: number;
  readonly inFlightCount: number;
}

interface DispatcherOptions {
  state: EngineState;
  newId: () => string;
  now: () => number;
  maxConcurrentCalls: number;
  random?: (() => number) | undefined;
}

export function createDispatcher({
  state,
  newId,
  now,
  maxConcurrentCalls,
  random,
}: DispatcherOptions): Dispatcher {
  const queue = createOrderedQueue<DueJob>(random);
  const parked = createParkedJobs(random);
  /** Jobs whose function is not there. */
  const stranded = new Map<string, DueJob>();
  const places = createCallPlaces();
  const calls = new Map<string, Call>();

  /** A place under the limit became free: its next job goes back in line. */
  function wake(key: string) {
    const next = parked.take(key);
    if (next) queue.set(next);
  }

  function tryCall({ run, job }: DueJob): Call | undefined {
    const config = state.functions.get(run.record.functionId);
    if (!run.jobs.has(job.id) || calls.has(job.id)) return undefined;
    if (!config) {
      stranded.set(job.id, { run, job });
      return undefined;
    }
    const slots = slotsOf(config, run);
    const full = slots.find((slot) => places.free(slot) <= 0);
    if (full) {
      parked.put(full.key, { run, job });
      for (const { key } of slots) if (key !== full.key) wakeIfFree(key, slots);
      return undefined;
    }
    places.take(job.id, slots);
    const call = { requestId: newId(), job, run, config, startedAt: now(), progressAt: now() };
    calls.set(job.id, call);
    return call;
  }

  /** A job that was woken for one limit may be held by another; then the place it was woken for is offered again. */
  function wakeIfFree(key: string, slots: readonly Slot[]) {
    const slot = slots.find((each) => each.key === key);
    if (slot && places.free(slot) > 0) wake(key);
  }

  function withdraw(jobId: string) {
    queue.remove(jobId);
    stranded.delete(jobId);
    parked.remove(jobId);
  }

  function ready(run: ActiveRun, job: JobRecord) {
    withdraw(job.id);
    queue.set({ id: job.id, order: run.record.rank, payload: { run, job } });
  }

  /** How many more calls a limit allows: any number when the function does not have it any more. */
  function freePlaces(key: string, { run }: DueJob): number {
    const config = state.functions.get(run.record.functionId);
    const slot = config && slotsOf(config, run).find((each) => each.key === key);
    return slot ? places.free(slot) : Number.POSITIVE_INFINITY;
  }

  return {
    ready,
    withdraw,
    reconsider() {
      for (const { run, job } of [...stranded.values()]) ready(run, job);
      for (const { key, first, size } of parked.lines()) {
        const free = Math.min(freePlaces(key, first), size);
        for (let woken = 0; woken < free; woken++) wake(key);
      }
    },
    takeCalls() {
      const taken: Call[] = [];
      while (calls.size < maxConcurrentCalls) {
        const next = queue.take();
        if (!next) break;
        const call = tryCall(next.payload);
        if (call) taken.push(call);
      }
      return taken;
    },
    inFlight: (jobId) => calls.get(jobId),
    release(call) {
      if (calls.get(call.job.id) !== call) return;
      calls.delete(call.job.id);
      for (const key of places.giveBack(call.job.id)) wake(key);
    },
    get readyCount() {
      return queue.size;
    },
    get inFlightCount() {
      return calls.size;
    },
  };
}
