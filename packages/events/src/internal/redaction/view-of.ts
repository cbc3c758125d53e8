import type * as z from "zod";
import { personalKind } from "../personal-data.ts";
import { definitionOf, endsOfPipe, wrapped } from "../schema-definition.ts";
import { shownKey } from "../shown-key.ts";
import { everything, fromEntries, nothing, ofBoth, ofEither, type View } from "./view.ts";

type Schema = z.core.$ZodType;

/** Views that were found, so that unions of unions are not walked again for each way that leads to them. */
type Found = WeakMap<Schema, WeakMap<object, View>>;

/** Kinds of schema that take any value, so that nobody has said what is in it. */
const saysNothing: ReadonlySet<string> = new Set([
  "any",
  "unknown",
  "custom",
  "transform",
  "never",
  "function",
]);

/** What may be seen of a value: what a schema knows, accepts, and does not mark. */
export function viewOf(schema: Schema, value: unknown, found: Found = new WeakMap()): View {
  if (value === undefined || value === null) return everything;
  const kind = personalKind(schema);
  if (kind) return nothing("marked", `[${kind}]`);
  if (typeof value !== "object") return viewThrough(schema, value, found) ?? viewOfLeaf(schema, value);
  const views = found.get(schema) ?? new WeakMap<object, View>();
  found.set(schema, views);
  const view = views.get(value) ?? viewThrough(schema, value, found) ?? viewOfParts(schema, value, found);
  views.set(value, view);
  return view;
}

/** Of a schema that is made of others for the same value. */
function viewThrough(schema: Schema, value: unknown, found: Found): View | undefined {
  const inner = wrapped(schema);
  if (inner) return viewOf(inner, value, found);
  const definition = definitionOf(schema);
  const views = (schemas: readonly Schema[]) => schemas.map((each) => viewOf(each, value, found));
  switch (definition.type) {
    case "union":
      return views(candidates(definition.options, value)).reduce(ofEither);
    case "intersection":
      return views([definition.left, definition.right]).reduce(ofBoth);
    case "pipe":
      return views(endsOfPipe(definition)).reduce(ofBoth, viewOfUnknown(value));
    default:
      return undefined;
  }
}

/** The options that accept the value; when none does, it may be meant for any of them. */
function candidates(options: readonly Schema[], value: unknown): readonly Schema[] {
  const accepting = options.filter((option) => accepts(option, value));
  return accepting.length > 0 ? accepting : options;
}

/** A rule that throws on what it did not expect has not accepted it. */
export function accepts(schema: Schema, value: unknown): boolean {
  try {
    const result = schema._zod.run({ value, issues: [] }, { async: false });
    return !(result instanceof Promise) && result.issues.length === 0;
  } catch {
    return false;
  }
}

function viewOfLeaf(schema: Schema, value: unknown): View {
  if (typeof value === "boolean") return everything;
  if (saysNothing.has(definitionOf(schema).type)) return viewOfUnknown(value);
  return accepts(schema, value) ? everything : nothing("refused", maskFor(value));
}

function viewOfParts(schema: Schema, value: object, found: Found): View {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "object":
      return Array.isArray(value)
        ? viewOfUnknown(value)
        : partsOf(value, (key, item) => {
            const field = Object.hasOwn(definition.shape, key) ? definition.shape[key] : undefined;
            if (field) return [key, viewOf(field, item, found)];
            const { catchall } = definition;
            return [shownKey(key), catchall ? viewOf(catchall, item, found) : viewOfUnknown(item)];
          });
    case "record":
      return partsOf(value, (key, item) => [
        keyBy(definition.keyType, key, found),
        viewOf(definition.valueType, item, found),
      ]);
    case "array":
      return partsOf(value, (key, item) => [key, itemView(value, item, definition.element, found)]);
    case "tuple":
      return partsOf(value, (key, item) => [
        key,
        itemView(value, item, definition.items[Number(key)] ?? definition.rest ?? undefined, found),
      ]);
    default:
      return viewOfUnknown(value);
  }
}

function itemView(list: object, item: unknown, schema: Schema | undefined, found: Found): View {
  return schema && Array.isArray(list) ? viewOf(schema, item, found) : viewOfUnknown(item);
}

function keyBy(schema: Schema, key: string, found: Found): string {
  const view = viewOf(schema, key, found);
  return view.seen === "nothing" ? view.instead.replace("[text]", "[key]") : key;
}

/** Of a value that no schema describes: which keys there are, and of what kind the values. */
export function viewOfUnknown(value: unknown, isHarmless = (_: unknown): boolean => false): View {
  if (value === undefined || value === null || typeof value === "boolean" || isHarmless(value))
    return everything;
  if (typeof value !== "object") return nothing("unknown", maskFor(value));
  return partsOf(value, (key, item) => [
    Array.isArray(value) ? key : shownKey(key),
    viewOfUnknown(item, isHarmless),
  ]);
}

function maskFor(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? "[number]" : "[text]";
}

function partsOf(value: object, part: (key: string, item: unknown) => [string, View]): View {
  const parts = Object.entries(value).map(([own, item]) => {
    const [key, view] = part(own, item);
    return [own, { key, view }] as const;
  });
  return { seen: "parts", parts: fromEntries(parts) };
}
