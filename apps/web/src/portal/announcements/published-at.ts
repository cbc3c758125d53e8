import { buildingTimeZone } from "@org/commands/ten-ocean/building-time";

const format = new Intl.DateTimeFormat("en-US", {
  weekday: "long",
  month: "long",
  day: "numeric",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZone: buildingTimeZone,
});

/** When something was said, by the building's clock. @param iso ISO 8601 */
export function publishedAt(iso: string): string {
  return format.format(new Date(iso));
}
