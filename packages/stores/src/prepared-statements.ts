import type pg from "pg";

/** Texts with a name, at most: each connection keeps its plan of every one that it ran. */
const mostNames = 200;
/** Texts seen once, at most: lists of values make new ones for ever. */
const mostSeen = 1_000;
/** Characters: a longer one is a batch's, of a length that does not come again. */
const longestText = 8_000;

const names = new Map<string, string>();
const seen = new Set<string>();
let given = 0;

/** The same for all connections of this process; undefined for a text that may never come again. */
function nameOf(text: string): string | undefined {
  const name = names.get(text);
  if (name || names.size >= mostNames || text.length > longestText) return name;
  if (!seen.has(text)) {
    if (seen.size >= mostSeen) seen.clear();
    seen.add(text);
    return undefined;
  }
  seen.delete(text);
  given += 1;
  names.set(text, `repeated_${given}`);
  return names.get(text);
}

/**
 * Has a connection prepare what runs again and again: Postgres parses and plans it once, and is sent its name from then on.
 * Statements without values are left alone, as is what has a name of its own.
 */
export function prepareRepeated(client: pg.PoolClient): void {
  const { query } = client;
  Object.assign(client, {
    query: (...parameters: unknown[]) => Reflect.apply(query, client, named(parameters)),
  });
}

function named([statement, values, ...rest]: unknown[]): unknown[] {
  const config: { text?: unknown; name?: unknown; values?: unknown; submit?: unknown } =
    typeof statement === "string" ? { text: statement } : Object(statement);
  const { text, name, submit } = config;
  const given = Array.isArray(values) ? values : config.values;
  const canBeNamed = typeof text === "string" && !name && !submit && Array.isArray(given) && given.length > 0;
  const own = canBeNamed ? nameOf(text) : undefined;
  return own ? [{ ...config, name: own }, values, ...rest] : [statement, values, ...rest];
}

/** Whether a table has other columns than when the statement was prepared, as after a migration. */
export function isStale(error: unknown): boolean {
  return error instanceof Error && error.message === "cached plan must not change result type";
}

/** Every text gets a new name, under which it is prepared anew. */
export function forgetStatements(): void {
  names.clear();
}
