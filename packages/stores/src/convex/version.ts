/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 7caea9f6ab737909.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 30;
