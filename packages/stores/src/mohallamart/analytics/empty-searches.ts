import type { EmptySearch } from "../port.ts";

/** Of fewer visits the words may be somebody's own. */
export const leastVisits = 3;
export const mostEmptySearches = 50;

/** Counts searches that found nothing by their words, as the port has them. */
export function tallied(searches: readonly { query: string; sessionId: string }[]): EmptySearch[] {
  const visitsOf = new Map<string, string[]>();
  for (const { query, sessionId } of searches) {
    const words = query.toLowerCase();
    visitsOf.set(words, [...(visitsOf.get(words) ?? []), sessionId]);
  }
  return [...visitsOf]
    .map(([query, its]) => ({ query, searches: its.length, visits: new Set(its).size }))
    .filter(({ visits }) => visits >= leastVisits)
    .toSorted((one, other) => other.visits - one.visits || (one.query < other.query ? -1 : 1))
    .slice(0, mostEmptySearches);
}
