/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 5824f6606dd58599.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 33;
