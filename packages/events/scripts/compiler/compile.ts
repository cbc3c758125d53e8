import type * as z from "zod";
import { type Node, refused, report, type Source, type Writer } from "./code.ts";
import { kinds } from "./kinds.ts";

export interface Compiled {
  /** Statements that declare `check`, a function of a report and the data. */
  code: string;
  /** Of `compiled/report` and `compiled/parts`. */
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
  let variables = 0;
  const writer: Writer = {
    event,
    rules,
    helpers: new Set(),
    usedRules: new Map(),
    constants: new Map(),
    variable: () => `v${variables++}`,
    write(part) {
      const node: Node = { ...part, definition: definitionOf(part.schema) };
      const kind = kinds[node.definition.type];
      if (!kind) throw refused(writer, node, `the kind ${node.definition.type}`);
      return kind(writer, node);
    },
  };
  const body = writer.write({ schema, value: "data", path: [] });
  const constants = [...writer.constants].map(([code, name]) => `const ${name}=${code};`).join("\n");
  return {
    code: `${constants}\nconst check=(${report},data)=>{${body}return data};`,
    helpers: [...writer.helpers],
    rules: [...writer.usedRules.values()],
  };
}

/** Guarantee: every schema of zod's is of one of its kinds; the compiler refuses those that it does not know. */
function definitionOf(schema: z.core.$ZodType): Node["definition"] {
  return (schema as z.core.$ZodTypes)._zod.def;
}
