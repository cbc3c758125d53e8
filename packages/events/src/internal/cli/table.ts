/** Columns as wide as their widest cell, with a heading; the last column is left as it is. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line.map((cell, column) => (column < line.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell)),
    )
    .map((cells) => cells.join("  ").trimEnd())
    .join("\n");
}
