import { inIndia } from "./analytics-view.ts";
import type { Figure } from "./figures.ts";

/** A figure's table as RFC 4180 has it; times are India's, with their zone. */
export function csvOf({ by, columns, rows }: Figure): string {
  const lines = rows.map(({ of, values }) => [by === "time" ? inIndia(of) : of, ...values.map(String)]);
  return [columns, ...lines].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function quoted(typed: string): string {
  // A table program would take what a visitor typed for a formula.
  const cell = /^[=+\-@\t]/.test(typed) && Number.isNaN(Number(typed)) ? `'${typed}` : typed;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
