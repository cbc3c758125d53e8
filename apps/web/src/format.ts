import { count } from "@org/commands/words";
import { type Language, sourceLanguage } from "@org/stores/mohallamart/words/languages";

const inIndia = { timeZone: "Asia/Kolkata" } as const;
const momentFormat = new Intl.DateTimeFormat("en-IN", {
  timeZone: "Asia/Kolkata",
  dateStyle: "medium",
  timeStyle: "medium",
});

/** What a time of day is told to. */
export type Precision = "minute" | "second";

/** The time of day in India of an ISO 8601 time. */
export function formatTime(iso: string, to: Precision, language: Language = sourceLanguage): string {
  const timeStyle = to === "second" ? "medium" : "short";
  return new Intl.DateTimeFormat(language, { ...inIndia, timeStyle }).format(new Date(iso));
}

/** The day in India of an ISO 8601 time: `22 November`. */
export function formatDay(iso: string, language: Language = sourceLanguage): string {
  return new Intl.DateTimeFormat(language, { ...inIndia, day: "numeric", month: "long" }).format(
    new Date(iso),
  );
}

/** Date and time in India of an ISO 8601 time. */
export function formatDateTime(iso: string, language: Language = sourceLanguage): string {
  const style = { ...inIndia, dateStyle: "long", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(iso));
}

/** The same in short and with seconds: `22 Nov 2026, 1:30:05 am`. */
export function formatMoment(iso: string): string {
  return momentFormat.format(new Date(iso));
}

/** How long something has lasted, roughly: `40 seconds`, `3 minutes`. @param milliseconds at least 0 */
export function formatAge(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 120) return count(seconds, "second");
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return count(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, "hour") : count(Math.round(hours / 24), "day");
}
