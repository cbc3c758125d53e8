/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 6a3fb487b27c10b6.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 24;
