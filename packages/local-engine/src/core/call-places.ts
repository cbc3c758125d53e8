import type { FunctionConfig } from "./records.ts";
import type { ActiveRun } from "./state.ts";

/** One limit that a call counts against. */
export interface Slot {
  key: string;
  limit: number;
}

/** The places that calls take under the concurrency limits of their functions. */
export interface CallPlaces {
  /** How many more calls a limit allows. */
  free(slot: Slot): number;
  take(jobId: string, slots: Slot[]): void;
  /** @returns the limits under which a place became free */
  giveBack(jobId: string): string[];
}

export function createCallPlaces(): CallPlaces {
  const used = new Map<string, number>();
  const taken = new Map<string, Slot[]>();

  return {
    free: ({ key, limit }) => limit - (used.get(key) ?? 0),
    take(jobId, slots) {
      for (const { key } of slots) used.set(key, (used.get(key) ?? 0) + 1);
      taken.set(jobId, slots);
    },
    giveBack(jobId) {
      const slots = taken.get(jobId) ?? [];
      taken.delete(jobId);
      for (const { key } of slots) {
        const count = (used.get(key) ?? 1) - 1;
        if (count === 0) used.delete(key);
        else used.set(key, count);
      }
      return slots.map(({ key }) => key);
    },
  };
}

/** What a run's calls count against: once, where two limits of a function count alike, and then the lower one holds. */
export function slotsOf({ concurrency, id }: FunctionConfig, { record }: ActiveRun): Slot[] {
  const lowest = new Map<string, number>();
  for (const [position, { limit }] of concurrency.entries()) {
    const key = record.concurrencyKeys[position] ?? id;
    lowest.set(key, Math.min(limit, lowest.get(key) ?? limit));
  }
  return [...lowest].map(([key, limit]) => ({ key, limit }));
}
