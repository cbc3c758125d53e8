import type * as z from "zod";

export type Definition = z.core.$ZodTypes["_zod"]["def"];

/** Guarantee: every schema of zod's is of one of its kinds; whoever reads one has a default for kinds to come. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  return (schema as z.core.$ZodTypes)._zod.def;
}

const wrappers: ReadonlySet<string> = new Set([
  ...[
    "optional",
    "nullable",
    "nonoptional",
    "readonly",
    "default",
    "prefault",
    "catch",
    "promise",
    "success",
  ],
]);

/** The schema that another one only wraps: of `optional`, `catch`, `lazy` and the like. */
export function wrapped(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const definition = definitionOf(schema);
  if (definition.type === "lazy") return definition.getter();
  if (wrappers.has(definition.type) && "innerType" in definition) return definition.innerType;
  return undefined;
}

/** Both ends of a pipe that say something of the data; a function between them says nothing. */
export function endsOfPipe({
  in: input,
  out,
}: {
  in: z.core.$ZodType;
  out: z.core.$ZodType;
}): z.core.$ZodType[] {
  return [input, out].filter((end) => definitionOf(end).type !== "transform");
}
