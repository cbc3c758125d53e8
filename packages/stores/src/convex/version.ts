/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 270d9175467fa835.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 16;
