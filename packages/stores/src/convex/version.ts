/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: e4b771d49f9f213c.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 21;
