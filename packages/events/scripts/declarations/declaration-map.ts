import { basename, dirname, relative, sep } from "node:path";
import { addMapping, GenMapping, toEncodedMap } from "@jridgewell/gen-mapping";
import type { DeclaredLine } from "./written-data.ts";

/** A declaration file's text, and the map by which editors go from its names to where those are written. */
export function withDeclarationMap(
  file: string,
  lines: readonly DeclaredLine[],
): { text: string; map: string } {
  const map = new GenMapping({ file: basename(file) });
  for (const [index, { text, from }] of lines.entries()) {
    if (!from) continue;
    const source = relative(dirname(file), from.file).split(sep).join("/");
    const generated = { line: index + 1, column: nameColumn(text) };
    addMapping(map, { generated, source, original: { line: from.line, column: from.column } });
  }
  const reference = `//# sourceMappingURL=${basename(file)}.map`;
  return {
    text: `${[...lines.map(({ text }) => text), reference].join("\n")}\n`,
    map: JSON.stringify(toEncodedMap(map)),
  };
}

/** Where the name begins that a line declares. */
function nameColumn(text: string): number {
  return /^\s*(?:export declare const |readonly )?/.exec(text)?.[0].length ?? 0;
}
