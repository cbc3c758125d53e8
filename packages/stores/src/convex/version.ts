/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: f400afeecc84b349.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 14;
