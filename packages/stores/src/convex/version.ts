/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 96d8438ff2b61881.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 32;
