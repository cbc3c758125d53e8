import { durationOf } from "../duration.ts";
import { emptyHistogram, placeOf } from "./histogram.ts";
import type { Measured, MeasuredOutcome, Measurement } from "./port.ts";

/** What was measured of one thing in one hour and is not written yet. */
export interface Gathered extends Measured, Record<MeasuredOutcome, number> {
  /** ISO 8601, UTC. */
  hour: string;
  durations: number[];
}

export interface Gathering {
  add(measurement: Measurement): void;
  /** Takes all of it out. */
  take(): Gathered[];
  /** Puts back what could not be written. */
  putBack(rows: readonly Gathered[]): void;
  isEmpty(): boolean;
}

/** An hour of all workflows and vendors is a few hundred: enough for a day in which the database is away. */
const mostGathered = 20_000;

/** Adds measurements up in memory. @param now the clock, in milliseconds since 1970 */
export function gathering(now: () => number): Gathering {
  let gathered = new Map<string, Gathered>();

  function rowOf(measured: Measured, hour: string): Gathered | undefined {
    const { kind, owner, name } = measured;
    const key = JSON.stringify([hour, kind, owner, name]);
    const kept = gathered.get(key);
    if (kept || gathered.size >= mostGathered) return kept;
    const counts = { done: 0, failed: 0, again: 0, limited: 0, durations: emptyHistogram() };
    const row = { hour, kind, owner, name, ...counts };
    gathered.set(key, row);
    return row;
  }

  return {
    add({ outcome, duration, ...measured }) {
      const row = rowOf(measured, hourOf(now()));
      if (!row) return;
      row[outcome] += 1;
      if (duration !== undefined) increase(row.durations, placeOf(duration), 1);
    },
    take() {
      const rows = [...gathered.values()];
      gathered = new Map();
      return rows;
    },
    putBack(rows) {
      for (const { hour, durations, ...given } of rows) {
        const row = rowOf(given, hour);
        if (!row) continue;
        for (const outcome of ["done", "failed", "again", "limited"] as const) row[outcome] += given[outcome];
        for (const [place, count] of durations.entries()) increase(row.durations, place, count);
      }
    },
    isEmpty: () => gathered.size === 0,
  };
}

/** The hour that a time is in, as its beginning; ISO 8601, UTC. */
export function hourOf(time: number): string {
  return new Date(time - (time % durationOf("1h"))).toISOString();
}

function increase(histogram: number[], place: number, by: number): void {
  histogram[place] = (histogram[place] ?? 0) + by;
}
