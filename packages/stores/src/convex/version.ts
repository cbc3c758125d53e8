/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 3092d2cc674136e5.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 31;
