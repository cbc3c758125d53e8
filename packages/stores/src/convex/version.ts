/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: cd5835f506c315e0.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 21;
