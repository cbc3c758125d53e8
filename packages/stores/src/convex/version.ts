/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: f83cd4615e1a68b8.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 22;
