import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Expression, parseSync } from "oxc-parser";

/** A place in a source file, as source maps count: lines from 1, columns from 0. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A value under a name, wherever it is declared. */
interface Declared {
  value: Expression;
  in: SourceFile;
  /** Where its name stands. */
  start: number;
}

export interface SourceFile {
  /** @throws Error when neither the file nor what it imports declares it */
  declared(name: string): Declared;
  /** What the comment right above says, in one line. */
  noteAbove(start: number): string | undefined;
  placeOf(start: number): Place;
}

const read = new Map<string, SourceFile>();

export function sourceFile(file: string): SourceFile {
  const known = read.get(file);
  if (known) return known;
  const source = parsed(file);
  read.set(file, source);
  return source;
}

function parsed(file: string): SourceFile {
  const text = readFileSync(file, "utf8");
  const { program, comments, module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const values = new Map<string, { value: Expression; start: number }>();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === "Identifier" && init) values.set(id.name, { value: init, start: id.start });
  }
  const imports = new Map<string, { from: string; name: string }>();
  for (const { moduleRequest, entries } of module.staticImports)
    for (const { localName, importName } of entries)
      imports.set(localName.value, { from: moduleRequest.value, name: importName.name ?? localName.value });
  const source: SourceFile = {
    declared(name) {
      const value = values.get(name);
      if (value) return { ...value, in: source };
      const imported = imports.get(name);
      if (!imported?.from.startsWith(".")) throw new Error(`${file} declares no ${name}.`);
      return sourceFile(join(dirname(file), imported.from)).declared(imported.name);
    },
    noteAbove(start) {
      const line = text.lastIndexOf("\n", start) + 1;
      const above = comments.findLast(({ end }) => end <= line && text.slice(end, line).trim() === "");
      return above?.type === "Block" && above.value.startsWith("*") ? inOneLine(above.value) : undefined;
    },
    placeOf(start) {
      const before = text.slice(0, start).split("\n");
      return { file, line: before.length, column: before.at(-1)?.length ?? 0 };
    },
  };
  return source;
}

function inOneLine(comment: string): string {
  return comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*+\s?/, "").trim())
    .filter((line) => line && !line.startsWith("@"))
    .join(" ");
}
