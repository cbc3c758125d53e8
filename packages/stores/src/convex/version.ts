/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 796931dff3a070e0.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 15;
