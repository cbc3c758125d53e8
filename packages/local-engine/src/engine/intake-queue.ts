import { BusyError } from "../core/busy-error.ts";

export interface IntakeQueueOptions {
  /** Carries out a change; it resolves when that is stored. */
  stored: <Result>(work: () => Result) => Promise<Result>;
  /** How many runs have not ended, which are kept in memory. */
  runsInProgress: () => number;
  maxRunsInProgress: number;
}

/** Events that go into one commit: between commits everything else has its turn. */
const eventsAtOnce = 100;
/** Events that wait for theirs. */
const mostWaiting = 20_000;

/** Takes events in by portions, however many come at once, and says when there are too many. */
export function createIntakeQueue({ stored, runsInProgress, maxRunsInProgress }: IntakeQueueOptions) {
  const portions: { count: number; start: () => void }[] = [];
  let inCommit = 0;
  let started = 0;
  let waiting = 0;

  function next() {
    inCommit = 0;
    for (let first = portions[0]; first && inCommit < eventsAtOnce; first = portions[0]) {
      portions.shift();
      inCommit += first.count;
      first.start();
    }
  }

  function takePortion<Result>(count: number, work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const start = () => {
        started++;
        stored(work)
          .then(resolve, reject)
          .finally(() => {
            started--;
            // All that were in one commit end together.
            if (started === 0) next();
          });
      };
      portions.push({ count, start });
      if (started === 0) next();
      else if (inCommit + count <= eventsAtOnce && portions.length === 1) {
        portions.pop();
        inCommit += count;
        start();
      }
    });
  }

  return {
    /** Why no events are taken now, if so. */
    busy(): BusyError | undefined {
      const runs = runsInProgress();
      if (runs >= maxRunsInProgress) {
        const message = `${runs} runs have not ended, and no more than ${maxRunsInProgress} are kept: send the events again when some have, or give --max-runs more`;
        return new BusyError(`${message}.`, 5);
      }
      if (waiting < mostWaiting) return undefined;
      return new BusyError(`${waiting} events wait to be stored: send these again in a moment.`, 1);
    },
    /** Does the work for each event, and resolves when all is stored. */
    async take<Event, Result>(
      events: readonly Event[],
      work: (event: Event, position: number) => Result,
    ): Promise<Result[]> {
      waiting += events.length;
      try {
        const results: Result[] = [];
        for (let first = 0; first < events.length; first += eventsAtOnce) {
          const portion = events.slice(first, first + eventsAtOnce);
          const done = () => portion.map((event, position) => work(event, first + position));
          results.push(...(await takePortion(portion.length, done)));
        }
        return results;
      } finally {
        waiting -= events.length;
      }
    },
  };
}
