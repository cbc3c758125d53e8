/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 8f06737271d6d714.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 35;
