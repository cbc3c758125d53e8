/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: b3b7f32be2689480.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 32;
