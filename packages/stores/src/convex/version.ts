/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 9add28e1b8f6ef79.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 33;
