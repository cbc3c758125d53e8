/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 02c494d748bb0842.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 30;
