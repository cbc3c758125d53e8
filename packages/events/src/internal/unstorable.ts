import { isStorable } from "../text.ts";

/**
 * Where data holds a text that cannot be stored: the keys to the first one, or undefined. A key can be one itself.
 * @param data not nested too deeply
 */
export function findUnstorable(data: unknown): (string | number)[] | undefined {
  if (typeof data === "string") return isStorable(data) ? undefined : [];
  if (typeof data !== "object" || data === null) return undefined;
  for (const [key, value] of Object.entries(data)) {
    const below = isStorable(key) ? findUnstorable(value) : [];
    if (below) return [Array.isArray(data) ? Number(key) : key, ...below];
  }
  return undefined;
}
