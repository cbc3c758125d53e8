import { createOrderedQueue, type OrderedQueue } from "./ordered-queue.ts";
import type { FunctionConfig, JobRecord } from "./records.ts";
import type { ActiveRun, EngineState } from "./state.ts";

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

interface Slot {
  key: string;
  limit: number;
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
  const queue = createOrderedQueue<{ run: ActiveRun; job: JobRecord }>(random);
  /** Jobs held back, by the full limit that they wait for. */
  const parked = new Map<string, OrderedQueue<{ run: ActiveRun; job: JobRecord }>>();
  const parkedUnder = new Map<string, string>();
  /** Jobs whose function is not there. */
  const stranded = new Map<string, { run: ActiveRun; job: JobRecord }>();
  const used = new Map<string, number>();
  const calls = new Map<string, Call>();
  const takenSlots = new Map<string, Slot[]>();

  const slotsOf = (config: FunctionConfig, run: ActiveRun): Slot[] =>
    config.concurrency.map(({ limit }, position) => ({
      limit,
      key: run.record.concurrencyKeys[position] ?? config.id,
    }));

  function park(key: string, run: ActiveRun, job: JobRecord) {
    const line = parked.get(key) ?? createOrderedQueue<{ run: ActiveRun; job: JobRecord }>(random);
    line.set({ id: job.id, order: run.record.rank, payload: { run, job } });
    parked.set(key, line);
    parkedUnder.set(job.id, key);
  }

  /** A place under the limit became free: its next job goes back in line. */
  function wake(key: string) {
    const line = parked.get(key);
    const next = line?.take();
    if (!line || !next) return;
    if (line.size === 0) parked.delete(key);
    parkedUnder.delete(next.id);
    queue.set(next);
  }

  function tryCall(run: ActiveRun, job: JobRecord): Call | undefined {
    const config = state.functions.get(run.record.functionId);
    if (!run.jobs.has(job.id) || calls.has(job.id)) return undefined;
    if (!config) {
      stranded.set(job.id, { run, job });
      return undefined;
    }
    const slots = slotsOf(config, run);
    const full = slots.find(({ key, limit }) => (used.get(key) ?? 0) >= limit);
    if (full) {
      park(full.key, run, job);
      for (const { key } of slots) if (key !== full.key) wakeIfFree(key, slots);
      return undefined;
    }
    for (const { key } of slots) used.set(key, (used.get(key) ?? 0) + 1);
    const call = { requestId: newId(), job, run, config, startedAt: now(), progressAt: now() };
    calls.set(job.id, call);
    takenSlots.set(job.id, slots);
    return call;
  }

  /** A job that was woken for one limit may be held by another; then the place it was woken for is offered again. */
  function wakeIfFree(key: string, slots: Slot[]) {
    const limit = slots.find((slot) => slot.key === key)?.limit ?? 0;
    if ((used.get(key) ?? 0) < limit) wake(key);
  }

  function withdraw(jobId: string) {
    queue.remove(jobId);
    stranded.delete(jobId);
    const key = parkedUnder.get(jobId);
    if (key === undefined) return;
    parked.get(key)?.remove(jobId);
    parkedUnder.delete(jobId);
  }

  function ready(run: ActiveRun, job: JobRecord) {
    withdraw(job.id);
    queue.set({ id: job.id, order: run.record.rank, payload: { run, job } });
  }

  /** How many more calls a limit allows now: any number when the function no longer has it. */
  function freePlaces(key: string, { run }: { run: ActiveRun }): number {
    const config = state.functions.get(run.record.functionId);
    const slot = config && slotsOf(config, run).find((each) => each.key === key);
    return slot ? slot.limit - (used.get(key) ?? 0) : Number.POSITIVE_INFINITY;
  }

  return {
    ready,
    withdraw,
    reconsider() {
      for (const { run, job } of [...stranded.values()]) ready(run, job);
      for (const [key, line] of [...parked]) {
        const first = line.peek();
        const free = first ? Math.min(freePlaces(key, first), line.size) : 0;
        for (let woken = 0; woken < free; woken++) wake(key);
      }
    },
    takeCalls() {
      const taken: Call[] = [];
      while (calls.size < maxConcurrentCalls) {
        const next = queue.take();
        if (!next) break;
        const call = tryCall(next.payload.run, next.payload.job);
        if (call) taken.push(call);
      }
      return taken;
    },
    inFlight: (jobId) => calls.get(jobId),
    release(call) {
      if (calls.get(call.job.id) !== call) return;
      calls.delete(call.job.id);
      for (const { key } of takenSlots.get(call.job.id) ?? []) {
        const count = (used.get(key) ?? 1) - 1;
        if (count === 0) used.delete(key);
        else used.set(key, count);
        wake(key);
      }
      takenSlots.delete(call.job.id);
    },
    get readyCount() {
      return queue.size;
    },
    get inFlightCount() {
      return calls.size;
    },
  };
}
