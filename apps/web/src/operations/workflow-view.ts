import type { MeasuredTotal } from "@org/stores/measurements/port";
import * as z from "zod";
import { formatAge } from "../format.ts";

/** How far back the page looks, in hours, by what its address calls it; no further than measurements are kept. */
export const spans = {
  hours: { hours: 3, label: "Three hours" },
  day: { hours: 24, label: "A day" },
  week: { hours: 7 * 24, label: "A week" },
  fortnight: { hours: 14 * 24, label: "Two weeks" },
} as const;

export type SpanName = keyof typeof spans;

const spanName = z.enum(["hours", "day", "week", "fortnight"]).catch("day");

/** The span that an address asks for; a day where it asks for none that there is. */
export function readSpan(asked: string | string[] | undefined): SpanName {
  return spanName.parse([asked].flat()[0]);
}

/** When a span begins that ends now; ISO 8601, UTC. */
export function beginOf(span: SpanName, now: number): string {
  return new Date(now - spans[span].hours * 3_600_000).toISOString();
}

export function workflowsPath(span: SpanName) {
  return `/operations/workflows?span=${span}` as const;
}

/** One workflow, with all that was measured of it. */
export interface WorkflowRow {
  app: string;
  workflow: string;
  run: MeasuredTotal | undefined;
  wait: MeasuredTotal | undefined;
  step: MeasuredTotal | undefined;
}

/** Those that failed most often first, then the busiest. */
export function workflowRows(totals: readonly MeasuredTotal[]): WorkflowRow[] {
  const rows = new Map<string, WorkflowRow>();
  for (const total of totals) {
    const { kind, owner, name } = total;
    if (kind === "call") continue;
    const key = `${owner}/${name}`;
    const row = rows.get(key) ?? {
      app: owner,
      workflow: name,
      run: undefined,
      wait: undefined,
      step: undefined,
    };
    rows.set(key, { ...row, [kind]: total });
  }
  return [...rows.values()].toSorted(
    (one, other) => failures(other) - failures(one) || endings(other) - endings(one),
  );
}

function failures({ run }: Pick<WorkflowRow, "run">): number {
  return run?.failed ?? 0;
}

/** How many runs of a workflow ended, well or not. */
export function endings({ run }: Pick<WorkflowRow, "run">): number {
  return (run?.done ?? 0) + failures({ run });
}

/** How often something was tried again: steps, and bodies of functions. */
export function retries({ run, step }: WorkflowRow): number {
  return (run?.again ?? 0) + (step?.again ?? 0);
}

/** `3.2 %`, of a part and the whole; nothing of nothing. */
export function formatShare(part: number, whole: number): string {
  if (whole === 0) return "–";
  return new Intl.NumberFormat("en-IN", { style: "percent", maximumFractionDigits: 1 }).format(part / whole);
}

/** `340 ms`, `2.4 s`, `3 minutes`. @param milliseconds absent when nobody knows */
export function formatDuration(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return "–";
  if (milliseconds < 1_000) return `${milliseconds} ms`;
  return milliseconds < 120_000 ? `${(milliseconds / 1_000).toFixed(1)} s` : formatAge(milliseconds);
}
