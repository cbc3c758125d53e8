import type { FieldDescription } from "../../src/internal/schemas/describe-fields.ts";
import type { FieldSource } from "./field-sources.ts";
import type { Place } from "./source-file.ts";

/** A line of a declaration file, and where that stands in the sources which its first word declares. */
export interface DeclaredLine {
  text: string;
  from?: Place;
}

export interface Describing {
  fields: ReadonlyMap<string, FieldDescription>;
  sources: ReadonlyMap<string, FieldSource>;
  example: unknown;
}

/** An object type as the compiler prints it, with what editors show above each field. */
export function describedType(printed: string, describing: Describing): DeclaredLine[] {
  const parents: string[] = [];
  return printed.split("\n").flatMap((text): DeclaredLine[] => {
    if (/^\s*\}/.test(text)) parents.pop();
    const [, indentation = "", name = "", type = ""] = /^(\s+)"?([\w-]+)"?\??: (.*)$/.exec(text) ?? [];
    const path = [...parents, name].join(".");
    if (type.endsWith("{")) parents.push(isList(printed, text) ? `${name}[]` : name);
    const field = name && describing.fields.get(path);
    if (!field) return [{ text }];
    const place = describing.sources.get(path)?.place;
    return [
      ...comment(wordsOf(field, describing), indentation).map((line) => ({ text: line })),
      { text, ...(place ? { from: place } : {}) },
    ];
  });
}

/** Whether the brace that a line opens is closed as that of a list's entries. */
function isList(printed: string, opening: string): boolean {
  const indentation = /^\s*/.exec(opening)?.[0] ?? "";
  const rest = printed.slice(printed.indexOf(opening) + opening.length);
  return rest.slice(rest.indexOf(`\n${indentation}}`)).startsWith(`\n${indentation}}[]`);
}

function wordsOf(
  { path, type, limits, personal, description }: FieldDescription,
  about: Describing,
): string[] {
  const said = description ?? about.sources.get(path)?.note;
  const words = said && (/[.!?]$/.test(said) ? said : `${said}.`);
  const facts = [`\`${type}\``, limits && `\`${limits}\``, personal && `personal data: ${personal}`];
  const example = valueAt(about.example, path.split("."));
  return [
    [words, facts.filter(Boolean).join(", ")].filter(Boolean).join(" "),
    ...(example === undefined ? [] : [`@example ${JSON.stringify(example)}`]),
  ];
}

/** What the example has at a path, of a list its first entry's. */
function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || value === undefined) return value;
  const inner: unknown = Object(value)[name.replace("[]", "")];
  return valueAt(name.endsWith("[]") && Array.isArray(inner) ? inner[0] : inner, rest);
}

/** A doc comment, which nothing in it ends early. */
export function comment(lines: readonly string[], indentation = ""): string[] {
  const safe = lines.map((line) => line.replaceAll("*/", "*\\/"));
  if (safe.length === 1) return [`${indentation}/** ${safe[0]} */`];
  return [
    `${indentation}/**`,
    ...safe.map((line) => `${indentation} * ${line}`.trimEnd()),
    `${indentation} */`,
  ];
}
