/** What a clock on the wall of a time zone shows. `month` is 1 to 12, `weekday` 0 (Sunday) to 6. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Checks that a name is one of the time-zone database's, spelt as there. JavaScript also takes `+05:30` and any case;
 * the servers that production runs on do not.
 * @throws RangeError when it is not.
 */
export function checkTimeZone(name: string): void {
  if (!isTimeZone(name)) {
    throw new RangeError(`"${name}" is not a time zone: use a name such as "Europe/Paris" or "UTC".`);
  }
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return false;
  try {
    const { timeZone } = formatOf(name).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** @param time milliseconds since the epoch. */
export function wallTime(time: number, timeZone: string): WallTime {
  const shown = new Date(time + offsetAt(time, timeZone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    weekday: shown.getUTCDay(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
  };
}

/** Milliseconds by which the zone is ahead of UTC at a time. */
export function offsetAt(time: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const whole = Math.floor(time / 1_000) * 1_000;
  const parts = new Map<string, number>();
  for (const { type, value } of formatOf(timeZone).formatToParts(whole)) parts.set(type, Number(value));
  const part = (type: string) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return shown - whole;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}
