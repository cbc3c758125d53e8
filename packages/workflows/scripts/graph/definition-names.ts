import type { ImportedDefinition } from "./read-source.ts";

/** The names of the events that these definitions declare, each once. */
export async function definitionNames(definitions: ImportedDefinition[]): Promise<string[]> {
  const found = await Promise.all(
    definitions.map(async ({ from, name }) => {
      const { [name]: definition } = await import(from);
      return String(definition.event);
    }),
  );
  return [...new Set(found)].toSorted();
}
