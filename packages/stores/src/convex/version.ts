/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 5b486bc149052c67.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 12;
