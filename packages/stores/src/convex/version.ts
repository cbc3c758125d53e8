/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: b19cbb113f206a77.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 20;
