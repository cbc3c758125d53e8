import { withoutValues } from "../../redact.ts";
import type { SearchDocument, SearchFields } from "../../search/fields.ts";
import type { FacetValue, ImportOutcome, SearchPage } from "../../search/port.ts";
import { failureKind } from "../http/failure.ts";
import { failures } from "./failure.ts";

/** The parts of a search answer that are used. */
interface SearchAnswer {
  found: number;
  hits: { document: unknown }[];
  facet_counts?: { field_name: string; counts: { value: string; count: number }[] }[];
}

/** @throws IntegrationError retryable when the answer has not the documented form. */
export function toPage<Fields extends SearchFields>(
  answer: unknown,
  { page, pageSize }: { page: number; pageSize: number },
): SearchPage<Fields> {
  if (!isSearchAnswer(answer)) {
    throw failures.unusable({ action: "search", idempotent: true }, "gave an answer without results");
  }
  const facets = (answer.facet_counts ?? []).map(({ field_name: name, counts }): [string, FacetValue[]] => [
    name,
    counts.map(({ value, count }) => ({ value, count })),
  ]);
  return {
    total: answer.found,
    page,
    pageSize,
    documents: answer.hits.map(({ document }) => asWritten<Fields>(document)),
    facets: facetsByField<Fields>(facets),
  };
}

/** One line of an import's answer. `alreadyThere` makes the refusal to overwrite a success. */
export function toOutcome(document: { id: string }, line: unknown, alreadyThere: boolean): ImportOutcome {
  const { id } = document;
  const { success, code, error } = asRecord(line);
  if (success === true || (alreadyThere && code === 409)) return { id, imported: true };
  const kind = failureKind(typeof code === "number" ? code : 400, true);
  const reason = typeof error === "string" ? withoutValues(error, document) : "No reason given.";
  return { id, imported: false, kind, reason };
}

function isSearchAnswer(answer: unknown): answer is SearchAnswer {
  const { found, hits, facet_counts: facets } = asRecord(answer);
  return typeof found === "number" && Array.isArray(hits) && (facets === undefined || Array.isArray(facets));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Everything in the index was written through the port, with this type. */
function asWritten<Fields extends SearchFields>(document: unknown): SearchDocument<Fields> {
  return document as SearchDocument<Fields>;
}

/** The names are those that the query asked for, so they are fields. */
function facetsByField<Fields extends SearchFields>(
  facets: [string, FacetValue[]][],
): SearchPage<Fields>["facets"] {
  return Object.fromEntries(facets) as SearchPage<Fields>["facets"];
}
