/**
 * Whether data is certainly small and flat, found without writing it: then nothing has to be measured. Stops at whatever
 * it cannot vouch for, as an object that says itself how it is written.
 */
export function isLight(data: unknown, limit: number, levels: number): boolean {
  return lengthUpTo(data, limit, levels) <= limit;
}

/** At least as many bytes as the JSON of the value has: a UTF-16 unit takes six when it is escaped. */
function lengthUpTo(value: unknown, limit: number, levels: number): number {
  if (typeof value === "string") return value.length * 6 + 3;
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? Infinity : 26;
  if (levels === 0 || "toJSON" in value) return Infinity;
  let length = 3;
  if (Array.isArray(value)) {
    for (const item of value) {
      length += lengthUpTo(item, limit - length, levels - 1);
      if (length > limit) return Infinity;
    }
    return length;
  }
  for (const key in value) {
    length += key.length * 6 + 4 + lengthUpTo(Reflect.get(value, key), limit - length, levels - 1);
    if (length > limit) return Infinity;
  }
  return length;
}
