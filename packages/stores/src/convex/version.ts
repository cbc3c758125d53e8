/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 638eebe87425ae6d.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 23;
