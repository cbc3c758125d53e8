import type * as z from "zod";

export type Definition = z.core.$ZodTypes["_zod"]["def"];

/** A schema as the compiler's small functions get it. */
export interface Node {
  schema: z.core.$ZodType;
  definition: Definition;
  /** Where it is, for messages. */
  path: string;
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
  /** Of `compiled/checks` and `compiled/open-checks`: what the code calls. */
  helpers: Set<string>;
  usedRules: Map<string, Source>;
  /** The expression that makes a check of a schema. */
  write(schema: z.core.$ZodType, path: string): string;
}

export function helper(writer: Writer, name: string): string {
  writer.helpers.add(name);
  return name;
}

export function call(writer: Writer, name: string, ...parameters: string[]): string {
  return `${helper(writer, name)}(${parameters.join(",")})`;
}

export function text(value: string): string {
  return JSON.stringify(value);
}

export function refused(writer: Writer, node: Pick<Node, "path">, what: string): Error {
  return new Error(
    `${writer.event}, ${node.path || "the data"}: ${what} cannot be compiled. Write it with the kinds that ` +
      "packages/events/scripts/compiler knows, or teach it this one: one function, which the differential test then " +
      "compares with zod.",
  );
}

/** Guarantee: every schema of zod's is of one of its kinds; the compiler refuses those that it does not know. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  return (schema as z.core.$ZodTypes)._zod.def;
}
