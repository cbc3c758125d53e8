const millisecondsOf: ReadonlyMap<string, number> = new Map([
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 24 * 3_600_000],
  ["w", 7 * 24 * 3_600_000],
]);

/** @param text as in an event, `12h` or `7d`. @returns milliseconds */
export function durationOf(text: string): number {
  const unit = millisecondsOf.get(text.slice(-1));
  const count = Number(text.slice(0, -1));
  if (unit === undefined || !Number.isInteger(count))
    throw new Error("Expected a duration such as 12h or 7d.");
  return count * unit;
}
