/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 5aa4b41317493cab.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 21;
