import * as z from "zod";
import type { Collection } from "./typesense-collection.ts";
import { typesenseError } from "./typesense-error.ts";
import { parseFilter, words } from "./typesense-filter.ts";
import type { CollectionSchema, Document, Field } from "./typesense-schema.ts";

const list = z.string().transform((text) =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean),
);
const switched = z.enum(["true", "false"]).transform((text) => text === "true");
const count = z.coerce.number().int().nonnegative();

/** The part of the server's search parameters that is emulated; an unknown one is refused, not ignored. */
const searchParameters = z.strictObject({
  q: z.string(),
  query_by: list.default([]),
  query_by_weights: list.transform((weights) => weights.map(Number)).optional(),
  filter_by: z.string().optional(),
  facet_by: list.default([]),
  max_facet_values: count.default(10),
  sort_by: list.default([]),
  page: count.default(1),
  per_page: count.default(10),
  num_typos: count.default(2),
  prefix: switched.default(true),
  drop_tokens_threshold: count.default(1),
  typo_tokens_threshold: count.default(1),
});

type SearchParameters = z.output<typeof searchParameters>;

interface Hit {
  document: Document;
  score: number;
  /** Later additions come first among equals. */
  position: number;
}

/** @throws TypesenseFailure 400, 404 or 422 with the server's wording. */
export function search(collection: Collection, query: Record<string, string>) {
  const started = performance.now();
  const parameters = parseParameters(query);
  const { q, page, per_page: perPage } = parameters;
  const matches = parseFilter(collection.schema, parameters.filter_by);
  const order = ordering(collection.schema, parameters.sort_by);
  const facets = parameters.facet_by.map((name) => facetField(collection.schema, name));
  const found = findHits(collection, parameters).filter(({ document }) => matches(document));
  found.sort(order);
  const first = (Math.max(1, page) - 1) * perPage;
  return {
    facet_counts: facets.map((field) => facetCounts(field, found, parameters.max_facet_values)),
    found: found.length,
    hits: found.slice(first, first + perPage).map(({ document, score }) => ({
      document,
      highlight: {},
      highlights: [],
      text_match: Math.round(score * 1_000_000),
    })),
    out_of: collection.documents.size,
    page: Math.max(1, page),
    request_params: { collection_name: collection.schema.name, first_q: q, per_page: perPage, q },
    search_cutoff: false,
    search_time_ms: Math.round(performance.now() - started),
  };
}

function parseParameters(query: Record<string, string>): SearchParameters {
  const parameters = searchParameters.safeParse(query);
  if (!parameters.success) throw typesenseError(400, z.prettifyError(parameters.error));
  if (parameters.data.per_page > 250) {
    throw typesenseError(422, "Only upto 250 hits can be fetched per page.");
  }
  return parameters.data;
}

/** Exact words first, then with typing errors, then without the last words: until something is found. */
function findHits(collection: Collection, parameters: SearchParameters): Hit[] {
  const fields = queryFields(collection.schema, parameters);
  const positions = new Map([...collection.documents.keys()].map((id, position) => [id, position]));
  const hitOf = (id: string, score: number): Hit[] => {
    const document = collection.documents.get(id);
    return document ? [{ document, score, position: positions.get(id) ?? 0 }] : [];
  };
  if (parameters.q === "*") return [...positions.keys()].flatMap((id) => hitOf(id, 0));
  let terms = words(parameters.q);
  const typos = parameters.typo_tokens_threshold > 0 ? parameters.num_typos : 0;
  while (terms.length > 0) {
    for (const allowed of new Set([0, typos])) {
      const query = { words: terms, fields, prefix: parameters.prefix, typos: allowed };
      const hits = collection.match(query).flatMap(({ id, score }) => hitOf(id, score));
      if (hits.length > 0) return hits;
    }
    terms = parameters.drop_tokens_threshold > 0 ? terms.slice(0, -1) : [];
  }
  return [];
}

function queryFields(schema: CollectionSchema, parameters: SearchParameters): Record<string, number> {
  const { q, query_by: names, query_by_weights: weights } = parameters;
  if (names.length === 0 && q !== "*") throw typesenseError(400, "No search fields specified for the query.");
  if (weights && weights.length !== names.length) {
    throw typesenseError(
      400,
      "Number of weights in `query_by_weights` does not match number of `query_by` fields.",
    );
  }
  const entries = names.map((name, index) => {
    const field = schema.fields.find((candidate) => candidate.name === name);
    if (!field) throw typesenseError(404, `Could not find a field named \`${name}\` in the schema.`);
    if (!field.type.startsWith("string")) {
      throw typesenseError(400, `Field \`${name}\` should be a string or a string array.`);
    }
    return [name, weights?.[index] ?? names.length - index] as const;
  });
  return Object.fromEntries(entries);
}

function ordering(schema: CollectionSchema, sortBy: string[]): (a: Hit, b: Hit) => number {
  if (sortBy.length > 3) throw typesenseError(422, "Only upto 3 sort_by fields can be specified.");
  const fallback = schema.default_sorting_field ? [`${schema.default_sorting_field}:desc`] : [];
  const rules = sortBy.length > 0 ? sortBy : ["_text_match:desc", ...fallback];
  const comparisons = rules.map((rule) => {
    const [, name = "", direction = ""] = rule.match(/^(\w+):(asc|desc)$/i) ?? [];
    if (!name) throw typesenseError(400, `Parameter \`sort_by\` is malformed.`);
    const field = schema.fields.find((candidate) => candidate.name === name);
    if (name !== "_text_match" && !field?.sort) {
      throw typesenseError(404, `Could not find a field named \`${name}\` in the schema for sorting.`);
    }
    const sign = direction.toLowerCase() === "asc" ? 1 : -1;
    return (a: Hit, b: Hit) => sign * compareValues(sortValue(a, name), sortValue(b, name));
  });
  return (a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return b.position - a.position;
  };
}

function sortValue({ document, score }: Hit, name: string): unknown {
  return name === "_text_match" ? score : document[name];
}

function compareValues(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b);
  return Number(a ?? 0) - Number(b ?? 0);
}

function facetField(schema: CollectionSchema, name: string): Field {
  const field = schema.fields.find((candidate) => candidate.name === name && candidate.facet);
  if (!field) throw typesenseError(404, `Could not find a facet field named \`${name}\` in the schema.`);
  return field;
}

function facetCounts({ name, type }: Field, hits: Hit[], most: number) {
  const counts = new Map<string, number>();
  for (const { document } of hits) {
    for (const value of new Set([document[name] ?? []].flat())) {
      counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    }
  }
  const sorted = [...counts].sort(([a, some], [b, others]) => others - some || a.localeCompare(b));
  const numbers = type.startsWith("string") || type.startsWith("bool") ? [] : numbersOf(name, hits);
  return {
    field_name: name,
    sampled: false,
    counts: sorted.slice(0, most).map(([value, count]) => ({ value, highlighted: value, count })),
    stats: { total_values: counts.size, ...statistics(numbers) },
  };
}

function numbersOf(name: string, hits: Hit[]): number[] {
  return hits.flatMap(({ document }) => document[name] ?? []).filter((value) => typeof value === "number");
}

function statistics(numbers: number[]) {
  if (numbers.length === 0) return {};
  const sum = numbers.reduce((total, value) => total + value, 0);
  const [min, max] = numbers.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { min, max, sum, avg: sum / numbers.length };
}
