/**
 * Waits for branches of a run that do not need each other, then fails with the first failure. A run that failed at
 * once would end while the other branches still have steps to do.
 */
export async function settleAll<const Branches extends readonly (Promise<unknown> | undefined)[]>(
  branches: Branches,
) {
  await Promise.allSettled(branches);
  return Promise.all(branches);
}
