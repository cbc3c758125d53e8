import { TZDate } from "@date-fns/tz";

/** Where the building stands: the clock of every time that somebody enters or reads. IANA. */
export const buildingTimeZone = "America/New_York";

const local = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::00)?$/;

/**
 * The moment of a time on the building's clock, ISO 8601 in UTC. What the clock shows twice when summer time ends is
 * the first of the two.
 *
 * @param text as a `datetime-local` field has it: `2026-11-20T18:00`
 * @returns undefined when there is no such time: a 31st of June, or an hour that the clock skips in spring.
 */
export function fromBuildingTime(text: string): string | undefined {
  const parts = local.exec(text)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const moment = new TZDate(year, month - 1, day, hour, minute, buildingTimeZone);
  if (Number.isNaN(moment.getTime())) return undefined;
  const iso = new Date(moment).toISOString();
  if (toBuildingTime(iso) !== text.slice(0, 16)) return undefined;
  const hourBefore = new Date(moment.getTime() - 3_600_000).toISOString();
  return toBuildingTime(hourBefore) === text.slice(0, 16) ? hourBefore : iso;
}

/** A moment as a `datetime-local` field has it, by the building's clock: `2026-11-20T18:00`. */
export function toBuildingTime(iso: string): string {
  const moment = new TZDate(iso, buildingTimeZone);
  const two = (number: number) => String(number).padStart(2, "0");
  const date = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return `${date}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
