/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: cfd8365e96c5a80d.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 19;
