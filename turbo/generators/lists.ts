import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A list's lines with one more at its place in the alphabet, among those of its kind: what begins with `export {`. */
export function withLine(list: string, line: string): string {
  const lines = list.split("\n");
  if (lines.includes(line)) return list;
  const isExport = (text: string) => text.startsWith("export {");
  const before = lines.findIndex((text) => isExport(text) && text > line);
  const last = lines.findLastIndex(isExport);
  return lines.toSpliced(before === -1 ? last + 1 : before, 0, line).join("\n");
}

export function addLine(path: string, line: string): string {
  if (!existsSync(path)) throw new Error(`${path} is not there: the list that ${line} belongs into.`);
  writeFileSync(path, withLine(readFileSync(path, "utf8"), line));
  return `${path}: ${line}`;
}

/** The folders in a folder that hold a file of this name, sorted. */
export function foldersWith(parent: string, file: string): string[] {
  return readdirSync(parent)
    .filter((name) => existsSync(join(parent, name, file)))
    .sort();
}
