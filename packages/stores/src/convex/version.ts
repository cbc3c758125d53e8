/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 4f6c4d89122fd558.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 25;
