/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 94034aa836d174c7.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 28;
