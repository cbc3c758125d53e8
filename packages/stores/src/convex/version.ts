/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 9784fcb824ccccf1.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 22;
