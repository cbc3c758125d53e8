/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 6add56fddc4efdf3.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 21;
