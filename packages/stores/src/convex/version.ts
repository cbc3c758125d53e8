/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: 2a46ddb61f1ca522.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 17;
