/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 68478f51c3d3d3c5.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 13;
