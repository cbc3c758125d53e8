import type * as z from "zod";
import { definitionOf, wrapped } from "../schema-definition.ts";

type Schema = z.core.$ZodType;

/**
 * The same data, which tells of each field of its contract that is read or asked for. What is copied, spread or turned into
 * JSON is read whole. Keys that the contract does not describe, as those of a record, are part of the field that holds them.
 */
export function watchedData<Data>(data: Data, schema: Schema, onRead: (path: string) => void): Data {
  return watch(data, { path: "", schemas: [schema], onRead });
}

interface Place {
  path: string;
  /** Several where the contract is a union. */
  schemas: Schema[];
  onRead: (path: string) => void;
}

function watch<Value>(value: Value, place: Place): Value {
  if (typeof value !== "object" || value === null) return value;
  const below = new Map<PropertyKey, unknown>();
  const note = (key: PropertyKey): Place | undefined => {
    const field = fieldAt(place, key);
    if (field && !Array.isArray(value)) place.onRead(field.path);
    return field;
  };
  return new Proxy(value, {
    get(target, key, receiver) {
      const found: unknown = Reflect.get(target, key, receiver);
      const field = note(key);
      if (!field || typeof found !== "object") return found;
      if (!below.has(key)) below.set(key, watch(found, field));
      return below.get(key);
    },
    has(target, key) {
      note(key);
      return Reflect.has(target, key);
    },
  });
}

function fieldAt({ path, schemas, onRead }: Place, key: PropertyKey): Place | undefined {
  if (typeof key === "symbol") return undefined;
  const name = String(key);
  const found = schemas.flatMap(plain).flatMap((schema) => {
    const definition = definitionOf(schema);
    if (definition.type === "array" && /^\d+$/.test(name)) return [definition.element];
    if (definition.type === "object" && Object.hasOwn(definition.shape, name))
      return definition.shape[name] ?? [];
    return [];
  });
  if (found.length === 0) return undefined;
  const isElement = /^\d+$/.test(name);
  return { path: isElement ? `${path}[]` : [path, name].filter(Boolean).join("."), schemas: found, onRead };
}

/** Without what is wrapped around it; all that a union may be. */
function plain(schema: Schema): Schema[] {
  const inner = wrapped(schema);
  if (inner) return plain(inner);
  const definition = definitionOf(schema);
  if (definition.type === "pipe") return plain(definition.out);
  if (definition.type === "union") return definition.options.flatMap(plain);
  if (definition.type === "intersection") return [definition.left, definition.right].flatMap(plain);
  return [schema];
}
