/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 40c4d8125d922a04.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 27;
