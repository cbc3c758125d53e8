/** How deep an event's data may be nested. Parsers and `JSON.stringify` recurse, and end in a stack overflow a little later. */
export const MAX_EVENT_DEPTH = 100;

/** Whether data is nested deeper than that, as data that contains itself is too. Does not recurse. */
export function isTooDeep(data: unknown, limit = MAX_EVENT_DEPTH): boolean {
  let level = new Set([data].filter(isObject));
  for (let depth = 0; level.size > 0; depth++) {
    if (depth >= limit) return true;
    level = new Set([...level].flatMap((parent) => Object.values(parent)).filter(isObject));
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
