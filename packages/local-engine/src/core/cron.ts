import { readSchedule, type Schedule } from "./cron-schedule.ts";
import { offsetAt, type WallTime, wallTime } from "./time-zone.ts";

const minute = 60_000;
/** Clocks are changed at multiples of this, so that within one nothing but the time passes. */
const quarter = 15 * minute;
const yearsToLook = 5;

/**
 * When a cron trigger fires next after `after` (milliseconds since the epoch): at every minute whose wall time matches.
 * A time that a clock change skips therefore has no run that day, and one that comes twice has two, as in production.
 * Undefined when there is none within five years.
 * @throws RangeError when the schedule or the time zone cannot be read.
 */
export function nextCronTime(schedule: string, after: number): number | undefined {
  const read = readSchedule(schedule);
  if (read.kind === "every") return Math.floor(after / 1_000) * 1_000 + read.milliseconds;
  const { timeZone } = read;
  let time = (Math.floor(after / minute) + 1) * minute;
  const lastYear = wallTime(time, timeZone).year + yearsToLook;
  for (let wall = wallTime(time, timeZone); wall.year <= lastYear; wall = wallTime(time, timeZone)) {
    if (!dayMatches(read, wall)) time = pass(time, (23 - wall.hour) * 60 + 60 - wall.minute, timeZone);
    else if (!read.hours.has(wall.hour)) time = pass(time, 60 - wall.minute, timeZone);
    else if (!read.minutes.has(wall.minute)) time += minute;
    else return time;
  }
  return undefined;
}

type Fields = Extract<Schedule, { kind: "fields" }>;

function dayMatches(
  { months, daysOfMonth, daysOfWeek, bothDays }: Fields,
  { month, day, weekday }: WallTime,
): boolean {
  if (!months.has(month)) return false;
  const [ofMonth, ofWeek] = [daysOfMonth.has(day), daysOfWeek.has(weekday)];
  return bothDays ? ofMonth && ofWeek : ofMonth || ofWeek;
}

/** The time that many minutes later; where the clock is changed on the way, only the next quarter of an hour. */
function pass(time: number, minutes: number, timeZone: string): number {
  const target = time + minutes * minute;
  if (offsetAt(time, timeZone) === offsetAt(target, timeZone)) return target;
  return (Math.floor(time / quarter) + 1) * quarter;
}
