/** A table with two columns, drawn with lines; the width is that of the longest cell. */
export function table(title: [string, string], rows: [string, string][]): string {
  const widths = [0, 1].map((column) =>
    Math.max(...[title, ...rows].map((row) => (row[column] ?? "").length)),
  );
  const bar = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right;
  const cells = (row: [string, string]) =>
    `│ ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" │ ")} │`;
  return [bar("┌", "┬", "┐"), cells(title), bar("├", "┼", "┤"), ...rows.map(cells), bar("└", "┴", "┘")].join(
    "\n",
  );
}
