/** Half of a surrogate pair: JSON can spell it, but UTF-8 and signatures cannot carry it. */
const lone = /\p{Surrogate}/gu;
const spelledSurrogate = /\\u[dD][89a-fA-F]/;

/** A text in which the replacement character stands where half of a character was, as Go's JSON reader puts it. */
export function wellFormedText(text: string): string {
  return text.replace(lone, "\ufffd");
}

/** The same for every text and key of a JSON text. What needs no change comes back as it is. */
export function wellFormedJson(json: string): string {
  if (!spelledSurrogate.test(json)) return json;
  return JSON.stringify(wellFormedValue(JSON.parse(json)));
}

function wellFormedValue(value: unknown): unknown {
  if (typeof value === "string") return wellFormedText(value);
  if (Array.isArray(value)) return value.map(wellFormedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [wellFormedText(key), wellFormedValue(inner)]),
  );
}

/** Levels of JSON that are taken from outside: what is deeper cannot be written again, nor walked through. */
export const deepestJson = 1_100;

/** How many objects and lists lie inside one another, looked at only down to `limit + 1`. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}
