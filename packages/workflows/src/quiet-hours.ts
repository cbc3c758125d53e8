import { TZDate } from "@date-fns/tz";
import type { QuietHours } from "@org/stores/quiet-hours";

const quarterHour = 15 * 60_000;

/**
 * When quiet hours that hold at a moment end; undefined when none do. Clocks are looked at every quarter of an hour
 * rather than reckoned with, so that hours that a change of the clocks skips or repeats need no rule of their own.
 * @param timeZone whose clock the hours are on; IANA
 */
export function quietUntil(at: Date, quietHours: QuietHours | undefined, timeZone: string): Date | undefined {
  if (!quietHours) return undefined;
  const from = minutesOf(quietHours.from);
  const to = minutesOf(quietHours.to);
  const isQuiet = (moment: number) => {
    const clock = new TZDate(moment, timeZone);
    const minutes = clock.getHours() * 60 + clock.getMinutes();
    return from < to ? from <= minutes && minutes < to : from <= minutes || minutes < to;
  };
  if (!isQuiet(at.getTime())) return undefined;
  let wake = Math.ceil((at.getTime() + 1) / quarterHour) * quarterHour;
  while (isQuiet(wake)) wake += quarterHour;
  return new Date(wake);
}

/** Of the day, of a time such as `22:00`. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
