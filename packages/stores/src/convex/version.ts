/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 403b7576e18da6b5.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 29;
