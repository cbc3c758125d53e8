/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: ef5ef4bbbfe5c36f.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 6;
