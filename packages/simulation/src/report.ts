import type { History } from "./history/history.ts";
import type { Breach } from "./invariants/invariant.ts";
import type { SimulateOptions } from "./options.ts";
import type { DayReport, Played } from "./play.ts";

/** How long something took. */
export interface Times {
  seconds: number;
  /** Of the playing process alone. */
  processorSeconds: number;
}

export function inWords({ seconds, processorSeconds }: Times): string {
  return `${seconds.toFixed(1)} s (processor ${processorSeconds.toFixed(1)} s)`;
}

/** The command that plays a history again. */
export function commandOf({ days, customers, faults }: SimulateOptions, seed: number): string {
  return `pnpm simulate --days ${days} --seed ${seed} --customers ${customers} --faults ${faults}`;
}

/** One line after each week, as somebody who waits wants to read it. */
export function weekLine(days: readonly DayReport[], times: Times): string {
  const week = Math.ceil(days.length / 7);
  const ofWeek = days.slice((week - 1) * 7);
  const ordered = countOf(ofWeek, ({ outcomes }) =>
    ["ok", "paid-and-left"].reduce((sum, answer) => sum + (outcomes[`order ${answer}`] ?? 0), 0),
  );
  const acts = countOf(ofWeek, (day) => day.acts);
  const faults = countOf(ofWeek, (day) => day.faults);
  const replayed = countOf(ofWeek, (day) => day.replayed);
  const messages = days.at(-1)?.messages ?? 0;
  return `week ${week}: ${acts} acts, ${ordered} orders, ${faults} faults, ${replayed} replayed, ${messages} messages so far, ${inWords(times)}`;
}

/** How often people were answered what. */
export function summaryTable({ days }: Played): string {
  const totals = new Map<string, number>();
  for (const { outcomes } of days)
    for (const [name, count] of Object.entries(outcomes)) totals.set(name, (totals.get(name) ?? 0) + count);
  const rows = [...totals].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(7)}`).join("\n");
}

/** What did not hold, and how to see it again. */
export function failureText(breaches: readonly Breach[], command: string): string {
  const shown = breaches.slice(0, 20);
  const more = breaches.length - shown.length;
  const lines = shown.map(({ invariant, day, about }) => `  day ${day + 1}, ${invariant}: ${about}`);
  return [
    `${breaches.length === 1 ? "1 thing does" : `${breaches.length} things do`} not hold:`,
    ...lines,
    ...(more > 0 ? [`  and ${more} more`] : []),
    `Play it again: ${command}`,
  ].join("\n");
}

export function sizeOf({ days, happenings }: History): string {
  return `${happenings.length} ${happenings.length === 1 ? "happening" : "happenings"} in ${days} ${days === 1 ? "day" : "days"}`;
}

function countOf(days: readonly DayReport[], count: (day: DayReport) => number): number {
  return days.reduce((sum, day) => sum + count(day), 0);
}
