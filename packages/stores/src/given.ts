/** The changes that were given: without those that are undefined. */
export function given<Changes extends object>(changes: Changes): Partial<Changes> {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  return someOf<Changes>(Object.fromEntries(entries));
}

/** Holds because every entry of `some` is one of `All`'s own. */
function someOf<All>(some: object): Partial<All> {
  return some as Partial<All>;
}

/** Whether two rows of one table hold the same; their columns come in the same order. */
export function sameRow(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
