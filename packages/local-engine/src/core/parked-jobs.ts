import { createOrderedQueue, type OrderedQueue, type Queued } from "./ordered-queue.ts";
import type { DueJob } from "./state.ts";

/** Jobs held back, each in the line of the full limit that it waits for. */
export interface ParkedJobs {
  put(key: string, due: DueJob): void;
  /** The first of a line leaves it. */
  take(key: string): Queued<DueJob> | undefined;
  remove(jobId: string): void;
  /** Every line with its first job, as they are at the moment. */
  lines(): { key: string; first: DueJob; size: number }[];
}

/** @param nextTieBreak orders jobs of equal rank */
export function createParkedJobs(nextTieBreak: (() => number) | undefined): ParkedJobs {
  const lines = new Map<string, OrderedQueue<DueJob>>();
  const keys = new Map<string, string>();

  function left(key: string, line: OrderedQueue<DueJob>, jobId: string) {
    keys.delete(jobId);
    if (line.size === 0) lines.delete(key);
  }

  return {
    put(key, { run, job }) {
      const line = lines.get(key) ?? createOrderedQueue<DueJob>(nextTieBreak);
      line.set({ id: job.id, order: run.record.rank, payload: { run, job } });
      lines.set(key, line);
      keys.set(job.id, key);
    },
    take(key) {
      const line = lines.get(key);
      const next = line?.take();
      if (line && next) left(key, line, next.id);
      return next;
    },
    remove(jobId) {
      const key = keys.get(jobId);
      const line = key === undefined ? undefined : lines.get(key);
      if (key === undefined || !line) return;
      line.remove(jobId);
      left(key, line, jobId);
    },
    lines: () =>
      [...lines].flatMap(([key, line]) => {
        const first = line.peek();
        return first ? [{ key, first, size: line.size }] : [];
      }),
  };
}
