import { buildingTimeZone } from "@org/commands/ten-ocean/building-time";

const day = { weekday: "short", month: "short", day: "numeric", timeZone: buildingTimeZone } as const;
const format = new Intl.DateTimeFormat("en-US", { ...day, hour: "numeric", minute: "2-digit" });

/** A moment by the building's clock: `Mon, Nov 30, 9:00 AM`. @param at ISO 8601 */
export function buildingMoment(at: string): string {
  return format.format(new Date(at));
}
