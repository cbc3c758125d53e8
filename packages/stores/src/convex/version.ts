/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 9b8d7251a33df7d1.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 3;
