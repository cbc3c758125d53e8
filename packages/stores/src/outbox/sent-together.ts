import type { SentEvent, SentEvents } from "./port.ts";

interface Waiting {
  events: readonly SentEvent[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * What several steps send while a write is under way is written by the next one together: each waits for its own, and a
 * busy worker commits less often.
 * @param mostAtOnce events of one write; of one step all go together
 */
export function keptTogether(
  write: (events: readonly SentEvent[]) => Promise<void>,
  mostAtOnce: number,
): SentEvents {
  const waiting: Waiting[] = [];
  let isWriting = false;

  async function writeTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      await write(batch.flatMap(({ events }) => events));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [only, ...others] = batch;
      if (others.length === 0) return only?.reject(error);
      // One that cannot be written keeps none of the others from it.
      for (const each of batch) await writeTogether([each]);
    }
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await writeTogether(takeBatch(waiting, mostAtOnce));
    isWriting = false;
  }

  return {
    keep(events) {
      if (events.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        waiting.push({ events, resolve, reject });
        if (!isWriting) void writeAll();
      });
    },
  };
}

/** Takes from the front what one write may hold; of one step it takes all. */
function takeBatch(waiting: Waiting[], mostAtOnce: number): Waiting[] {
  const batch: Waiting[] = [];
  let count = 0;
  for (let next = waiting[0]; next && (count === 0 || count + next.events.length <= mostAtOnce); ) {
    batch.push(next);
    count += next.events.length;
    waiting.shift();
    next = waiting[0];
  }
  return batch;
}
