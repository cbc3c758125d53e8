/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: a23b5cd5caaa492c.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 30;
