import type { CollectionCreateSchema, FieldType } from "typesense";
import type { FieldKind, IndexDefinition, SearchFields } from "../../search/fields.ts";
import type { SearchQuery } from "../../search/port.ts";
import { failures } from "./failure.ts";

const fieldTypes: Record<FieldKind, FieldType> = {
  text: "string",
  keyword: "string",
  number: "float",
  integer: "int64",
  flag: "bool",
};

const facetValues = 20;
const longestPage = 250;

export function toSchema<Fields extends SearchFields>(
  collection: string,
  { fields, rankedBy }: IndexDefinition<Fields>,
): CollectionCreateSchema {
  return {
    name: collection,
    fields: Object.entries(fields).map(([name, { kind, optional = false }]) => ({
      name,
      type: fieldTypes[kind],
      facet: kind !== "text",
      optional,
    })),
    ...(rankedBy ? { default_sorting_field: rankedBy } : {}),
  };
}

export function toParameters<Fields extends SearchFields>(
  { fields }: IndexDefinition<Fields>,
  { text, filters = {}, facets = [], order = [], page = 1, pageSize = 20 }: SearchQuery<Fields>,
) {
  if (!Number.isInteger(page) || page < 1) throw failures.final("A search page is a whole number from 1.");
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > longestPage) {
    throw failures.final(`A search page has 1 to ${longestPage} documents.`);
  }
  const searched = Object.entries(fields).flatMap(([name, { kind, weight }]) => {
    const counts = weight ?? (kind === "text" ? 1 : 0);
    return counts > 0 ? [{ name, counts }] : [];
  });
  const filter = Object.entries(filters).flatMap(([name, value]) => condition(name, value));
  return {
    q: text.trim() || "*",
    query_by: searched.map(({ name }) => name).join(","),
    query_by_weights: searched.map(({ counts }) => counts).join(","),
    page,
    per_page: pageSize,
    ...(filter.length > 0 ? { filter_by: filter.join(" && ") } : {}),
    ...(facets.length > 0 ? { facet_by: facets.join(","), max_facet_values: facetValues } : {}),
    ...(order.length > 0 ? { sort_by: order.map(toSort).join(",") } : {}),
  };
}

function toSort({ by, direction }: { by: string; direction: "ascending" | "descending" }): string {
  return `${by}:${direction === "ascending" ? "asc" : "desc"}`;
}

/** `value` has one of the forms of `Filters`. */
function condition(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === "string") return [`${name}:=${quoted(value)}`];
  if (Array.isArray(value)) return [`${name}:=[${value.map(quoted).join(",")}]`];
  if (typeof value !== "object" || value === null) return [`${name}:=${value}`];
  const bounds = [bound(name, ">=", value, "from"), bound(name, "<=", value, "to")];
  return bounds.filter((part) => part !== undefined);
}

function bound(name: string, operator: string, range: object, side: "from" | "to"): string | undefined {
  const value: unknown = Reflect.get(range, side);
  return typeof value === "number" ? `${name}:${operator}${value}` : undefined;
}

/** Between backticks no sign has a meaning. The server ignores backticks in values, so none is lost. */
export function quoted(value: string): string {
  return `\`${value.replaceAll("`", "")}\``;
}
