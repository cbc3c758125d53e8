import type { JsonSchema } from "../schemas/json-schema.ts";
import type { Change } from "./change.ts";
import { valueDifferences } from "./value-differences.ts";

/** Names every difference between two JSON Schemas, with what it breaks. */
export function differences(previous: JsonSchema, next: JsonSchema, path = ""): Change[] {
  const changes = valueDifferences(previous, next, path);
  if (changes.some(({ rule }) => rule === "type-changed")) return changes;
  changes.push(...fieldDifferences(previous, next, path));
  if (previous.items && next.items) changes.push(...differences(previous.items, next.items, `${path}[]`));
  const values = [previous.additionalProperties, next.additionalProperties];
  if (typeof values[0] === "object" && typeof values[1] === "object") {
    changes.push(...differences(values[0], values[1], `${path}.*`));
  }
  return changes;
}

function fieldDifferences(previous: JsonSchema, next: JsonSchema, path: string): Change[] {
  const before = previous.properties ?? {};
  const after = next.properties ?? {};
  const changes: Change[] = [];
  for (const [key, schema] of Object.entries(before)) {
    const at = path ? `${path}.${key}` : key;
    const wasRequired = previous.required?.includes(key) ?? false;
    const counterpart = after[key];
    if (!counterpart) changes.push(removed(at, wasRequired));
    else {
      changes.push(...requirementDifferences(at, wasRequired, next.required?.includes(key) ?? false));
      changes.push(...differences(schema, counterpart, at));
    }
  }
  for (const key of Object.keys(after).filter((key) => !(key in before))) {
    changes.push(added(path ? `${path}.${key}` : key, next.required?.includes(key) ?? false));
  }
  return changes;
}

function removed(path: string, required: boolean): Change {
  return required
    ? { path, rule: "required-field-removed", direction: "forward", message: "old readers need this field" }
    : {
        path,
        rule: "optional-field-removed",
        direction: "none",
        message: "readers no longer get this field",
      };
}

function added(path: string, required: boolean): Change {
  return required
    ? {
        path,
        rule: "required-field-added",
        direction: "backward",
        message: "old events do not have this field",
      }
    : { path, rule: "optional-field-added", direction: "none", message: "old readers ignore this field" };
}

function requirementDifferences(path: string, before: boolean, after: boolean): Change[] {
  if (before === after) return [];
  return after
    ? [
        {
          path,
          rule: "field-became-required",
          direction: "backward",
          message: "old events may lack this field",
        },
      ]
    : [{ path, rule: "field-became-optional", direction: "forward", message: "old readers need this field" }];
}

/** Optional fields that vanished while one of the same shape appeared: data under the old name is lost. */
export function renamedFields(previous: JsonSchema, next: JsonSchema, path = ""): string[] {
  const before = previous.properties ?? {};
  const after = next.properties ?? {};
  const isNew = (key: string) => !(key in before) && !next.required?.includes(key);
  const warnings: string[] = [];
  for (const [key, schema] of Object.entries(before)) {
    const at = path ? `${path}.${key}` : key;
    const counterpart = after[key];
    if (counterpart) warnings.push(...renamedFields(schema, counterpart, at));
    else if (!previous.required?.includes(key)) {
      const twin = Object.keys(after).find((name) => isNew(name) && same(after[name], schema));
      if (twin)
        warnings.push(`${at} looks renamed to ${twin}: old events keep the old name and lose the value`);
    }
  }
  if (previous.items && next.items) warnings.push(...renamedFields(previous.items, next.items, `${path}[]`));
  return warnings;
}

function same(one: JsonSchema | undefined, other: JsonSchema): boolean {
  const shape = ({ description: _, title: __, ...schema }: JsonSchema) => JSON.stringify(schema);
  return one !== undefined && shape(one) === shape(other);
}
