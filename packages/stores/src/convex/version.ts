/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: cdfea9a2bfa37d22.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 18;
