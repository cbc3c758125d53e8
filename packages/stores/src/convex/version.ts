/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 1c73b3db5a952650.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 31;
