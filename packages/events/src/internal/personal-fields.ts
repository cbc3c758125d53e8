import type * as z from "zod";
import type { EventDefinition } from "./define-event.ts";
import { type PersonalDataKind, personalKind } from "./personal-data.ts";
import { definitionOf, endsOfPipe, wrapped } from "./schema-definition.ts";

export interface PersonalField {
  /** Where in the data: `email`, `attendees[].name`, `templateData.*`; `byEmail.<key>` where a record's keys are marked. */
  path: string;
  kind: PersonalDataKind;
}

/** The fields of an event that hold personal data, in any version that is still read. */
export function personalFieldsOf({
  schema,
  previous,
}: Pick<EventDefinition, "schema" | "previous">): PersonalField[] {
  const fields = personalFields(schema);
  for (let earlier = previous; earlier; earlier = earlier.previous)
    fields.push(...personalFields(earlier.schema));
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}

/** Deeper than any event's data goes: schemas that make new ones for ever end here. */
const DEEPEST = 100;

type Below = readonly [path: string, schema: z.core.$ZodType];

/** Every marked field below a schema; of one that contains itself, each field once. */
export function personalFields(
  schema: z.core.$ZodType,
  path = "",
  above: readonly z.core.$ZodType[] = [],
): PersonalField[] {
  const kind = personalKind(schema);
  if (kind) return [{ path, kind }];
  if (above.includes(schema) || above.length > DEEPEST) return [];
  return below(schema, path).flatMap(([name, field]) => personalFields(field, name, [...above, schema]));
}

function below(schema: z.core.$ZodType, path: string): Below[] {
  const inner = wrapped(schema);
  if (inner) return [[path, inner]];
  const at = (key: string) => (path ? `${path}.${key}` : key);
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "object":
      return [
        ...Object.entries(definition.shape).map(([key, field]): Below => [at(key), field]),
        ...(definition.catchall ? [[at("*"), definition.catchall] as const] : []),
      ];
    case "array":
      return [[`${path}[]`, definition.element]];
    case "tuple":
      return [
        ...definition.items.map((item, index): Below => [`${path}[${index}]`, item]),
        ...(definition.rest ? [[`${path}[]`, definition.rest] as const] : []),
      ];
    case "record":
    case "map":
      return [
        [at("<key>"), definition.keyType],
        [at("*"), definition.valueType],
      ];
    case "set":
      return [[`${path}[]`, definition.valueType]];
    case "union":
      return definition.options.map((option): Below => [path, option]);
    case "intersection":
      return [
        [path, definition.left],
        [path, definition.right],
      ];
    case "pipe":
      return endsOfPipe(definition).map((end): Below => [path, end]);
    default:
      return [];
  }
}
