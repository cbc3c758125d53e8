import type * as z from "zod";
import { definitionOf, refused, type Source, type Writer } from "./code.ts";
import { kinds } from "./kinds.ts";

export interface Compiled {
  /** An expression that makes the contract's check. */
  code: string;
  /** Of `compiled/checks` and `compiled/open-checks`. */
  helpers: string[];
  rules: Source[];
}

/**
 * JavaScript that says of any value what the schema says, in the same words, and makes the same data of it.
 * @throws Error that names the event, the field and the kind that it does not know
 */
export function compile(
  event: string,
  schema: z.core.$ZodType,
  rules: ReadonlyMap<unknown, Source>,
): Compiled {
  const writer: Writer = {
    event,
    rules,
    helpers: new Set(),
    usedRules: new Map(),
    write(part, path) {
      const node = { schema: part, definition: definitionOf(part), path };
      const kind = kinds[node.definition.type];
      if (!kind) throw refused(writer, node, `the kind ${node.definition.type}`);
      return kind(writer, node);
    },
  };
  const code = writer.write(schema, "");
  return { code, helpers: [...writer.helpers], rules: [...writer.usedRules.values()] };
}
