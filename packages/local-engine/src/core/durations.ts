const unitMilliseconds: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
  ["w", 604_800_000],
]);

/**
 * Reads a length of time: `"7d"`, `"1h30m"`, `"500ms"`, or a number of milliseconds. The empty string is 0, which is
 * how the SDK writes a zero sleep.
 * @throws RangeError when the text is not a duration.
 */
export function parseDuration(value: string | number): number {
  if (typeof value === "number") {
    if (Number.isFinite(value) && value >= 0) return value;
    throw new RangeError(
      `"${value}" is not a duration: give milliseconds (0 or more) or a text like "7d" or "1h30m".`,
    );
  }
  let total = 0;
  const rest = value.replace(
    /(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)\s*/g,
    (_match, amount: string, unit: string) => {
      total += Number(amount) * (unitMilliseconds.get(unit) ?? 0);
      return "";
    },
  );
  if (rest.trim() !== "") {
    throw new RangeError(`"${value}" is not a duration: give a text like "30s", "7d" or "1h30m".`);
  }
  return total;
}

/**
 * The moment that a duration from `now`, or an ISO date, points at. In milliseconds since the epoch.
 * @param ahead how far `now` is ahead of the calendar that the date is of.
 * @throws RangeError when the text is neither.
 */
export function resolveTime(value: string | number, now: number, ahead = 0): number {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value)) {
    const time = Date.parse(value);
    if (Number.isNaN(time)) throw new RangeError(`"${value}" is not a date.`);
    return time + ahead;
  }
  return now + parseDuration(value);
}
