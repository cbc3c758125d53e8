/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: a3efd6a731e1a31f.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 28;
