import { describedAs } from "../compatibility/contract.ts";
import type { EventDefinition } from "../define-event.ts";
import { describeFields } from "../schemas/describe-fields.ts";
import type { JsonSchema } from "../schemas/json-schema.ts";
import type { ReleasedEvent } from "./release.ts";

/**
 * Fields whose name was used before for something else: gone from the last release, and back with another type. Events
 * with the old meaning may still be stored, and nothing tells the two apart.
 */
export function returnedFields(
  definition: EventDefinition,
  history: readonly { release: string; event: ReleasedEvent }[],
): string[] {
  const now = typesOf(describedAs(definition.schema, "input"));
  const last = typesOf(history.at(-1)?.event.input ?? {});
  return [...now].flatMap(([path, type]) => {
    if (last.has(path)) return [];
    const before = history.findLast(({ event }) => typesOf(event.input).has(path));
    const known = before && typesOf(before.event.input).get(path);
    if (known === undefined || known === type) return [];
    return [`${path} was ${known} up to ${before?.release} and returns as ${type}: give it another name`];
  });
}

function typesOf(schema: JsonSchema): Map<string, string> {
  return new Map(describeFields(schema).map(({ path, type }) => [path, type]));
}
