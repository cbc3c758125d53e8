/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 00954a49a5f20249.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 7;
