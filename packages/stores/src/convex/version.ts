/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: f2d4966e56831ba5.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 32;
