import type { Dispatcher } from "./dispatcher.ts";
import type { DueJob } from "./state.ts";

/** A dispatcher that keeps the calls of paused functions back. */
export interface HoldingDispatcher extends Dispatcher {
  /** The function is no longer paused: its calls get in line. */
  letGo(functionId: string): void;
}

export function holdPausedCalls(
  dispatcher: Dispatcher,
  isPaused: (functionId: string) => boolean,
): HoldingDispatcher {
  const held = new Map<string, DueJob>();

  return {
    ready(run, job) {
      if (isPaused(run.record.functionId)) {
        dispatcher.withdraw(job.id);
        held.set(job.id, { run, job });
      } else {
        held.delete(job.id);
        dispatcher.ready(run, job);
      }
    },
    withdraw(jobId) {
      held.delete(jobId);
      dispatcher.withdraw(jobId);
    },
    reconsider: () => dispatcher.reconsider(),
    takeCalls: () => dispatcher.takeCalls(),
    inFlight: (jobId) => dispatcher.inFlight(jobId),
    release: (call) => dispatcher.release(call),
    letGo(functionId) {
      for (const { run, job } of [...held.values()]) {
        if (run.record.functionId !== functionId) continue;
        held.delete(job.id);
        dispatcher.ready(run, job);
      }
    },
    get readyCount() {
      return dispatcher.readyCount;
    },
    get inFlightCount() {
      return dispatcher.inFlightCount;
    },
  };
}
