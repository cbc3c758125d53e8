import type * as z from "zod";

type Definition = z.core.$ZodTypes["_zod"]["def"];

/** A schema as the compiler's small functions get it. */
export interface Node {
  schema: z.core.$ZodType;
  definition: Definition;
  /** The variable that holds the value, and gets what becomes of it. */
  value: string;
  /** Expressions of the keys that lead to it. */
  path: readonly string[];
}

/** Where a function of a rule can be imported from. */
export interface Source {
  module: string;
  name: string;
}

/** What all of one event's code shares. */
export interface Writer {
  /** The event, for messages. */
  event: string;
  /** Rules that compiled code may call, by the function itself. */
  rules: ReadonlyMap<unknown, Source>;
  /** Of `compiled/report` and `compiled/parts`: what the code calls. */
  helpers: Set<string>;
  usedRules: Map<string, Source>;
  /** Declarations before the function, by what they say. */
  constants: Map<string, string>;
  variable(): string;
  /** Statements that check and convert the node's value. */
  write(node: Omit<Node, "definition">): string;
}

export function call(writer: Writer, helper: string, ...parameters: string[]): string {
  writer.helpers.add(helper);
  return `${helper}(${parameters.join(",")})`;
}

export function pathOf({ path }: Pick<Node, "path">): string {
  return `[${path.join(",")}]`;
}

export function text(value: string): string {
  return JSON.stringify(value);
}

/** Key of an object in code. */
export function property(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${text(key)}]`;
}

/** The report of the code around, which a closure gets in its place. */
export const report = "r";

export function refused(writer: Writer, node: Pick<Node, "path">, what: string): Error {
  const where = node.path.map((key) => key.replaceAll('"', "")).join(".") || "the data";
  return new Error(
    `${writer.event}, ${where}: ${what} cannot be compiled. Write it with the kinds that packages/events/scripts/compiler knows, ` +
      "or teach it this one: one function, which the differential test then compares with zod.",
  );
}
