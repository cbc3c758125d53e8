import { formatDuration } from "./format.ts";

export interface Interval {
  start: number;
  end: number;
}

/** Places moments of a run on a line from 0 to 1. */
export interface TimeScale {
  positionOf(time: number): number;
  timeAt(position: number): number;
  /** Stretches in which nothing was computed and which are drawn shorter than they were. */
  compressed: Interval[];
}

interface Piece extends Interval {
  weight: number;
  isCompressed: boolean;
}

const shortestGap = 1_000;

/**
 * With `compress`, long stretches without work (sleeps, waits, pauses between attempts) take a small, fixed part of
 * the line, so that a step of milliseconds can be seen beside a sleep of days.
 * @param busy when the run's code was at work.
 */
export function createTimeScale(range: Interval, busy: readonly Interval[], compress: boolean): TimeScale {
  const pieces = toPieces(range, compress ? mergeIntervals(busy, range) : []);
  const total = pieces.reduce((sum, piece) => sum + piece.weight, 0) || 1;

  function positionOf(time: number): number {
    let before = 0;
    for (const { start, end, weight } of pieces) {
      if (time <= end) return (before + weight * shareOf(time, start, end)) / total;
      before += weight;
    }
    return 1;
  }

  function timeAt(position: number): number {
    let before = 0;
    for (const { start, end, weight } of pieces) {
      const share = (position * total - before) / (weight || 1);
      if (share <= 1) return start + Math.max(0, share) * (end - start);
      before += weight;
    }
    return range.end;
  }

  const compressed = pieces.filter((piece) => piece.isCompressed).map(({ start, end }) => ({ start, end }));
  return { positionOf, timeAt, compressed };
}

/**
 * Labels at equal distances: the time since the start, or, where that says nothing new because a shortened stretch
 * came before, the time since the label before.
 */
export function createTicks(
  scale: TimeScale,
  start: number,
  count: number,
): { position: number; text: string }[] {
  const times = Array.from({ length: count }, (_, place) => scale.timeAt(place / (count - 1)));
  return times.map((time, place) => {
    const text = formatDuration(time - start);
    const before = times[place - 1];
    const isNew = before === undefined || formatDuration(before - start) !== text;
    return {
      position: place / (count - 1),
      text: isNew ? text : `+${formatDuration(time - (before ?? start))}`,
    };
  });
}

function shareOf(time: number, start: number, end: number): number {
  return end === start ? 0 : Math.max(0, (time - start) / (end - start));
}

function toPieces(range: Interval, busy: readonly Interval[]): Piece[] {
  const pieces: Piece[] = [];
  let from = range.start;
  for (const { start, end } of [...busy, { start: range.end, end: range.end }]) {
    if (start > from) pieces.push({ start: from, end: start, weight: start - from, isCompressed: false });
    if (end > start) pieces.push({ start, end, weight: end - start, isCompressed: false });
    from = Math.max(from, end);
  }
  if (busy.length > 0) compressGaps(pieces, busy);
  return pieces;
}

function compressGaps(pieces: Piece[], busy: readonly Interval[]): void {
  const busyTime = Math.max(
    1,
    busy.reduce((sum, { start, end }) => sum + end - start, 0),
  );
  const isBusy = new Set(busy.map(({ start }) => start));
  const longest = Math.max(shortestGap, busyTime / 2);
  const gaps = pieces.filter((piece) => !isBusy.has(piece.start) && piece.weight > longest);
  const others = pieces.filter((piece) => !gaps.includes(piece));
  const shown = Math.max(
    1,
    others.reduce((sum, { weight }) => sum + weight, 0),
  );
  for (const gap of gaps) {
    gap.weight = Math.min(shown / 4, shown / gaps.length);
    gap.isCompressed = true;
  }
}

/** The intervals within a range, in order, with those that touch made one. */
export function mergeIntervals(intervals: readonly Interval[], range: Interval): Interval[] {
  const merged: Interval[] = [];
  const inside = intervals
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }))
    .filter(({ start, end }) => end >= start);
  for (const interval of inside.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && interval.start <= last.end) last.end = Math.max(last.end, interval.end);
    else merged.push({ ...interval });
  }
  return merged;
}
