/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 49a6016a420b7065.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 34;
