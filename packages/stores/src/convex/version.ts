/**
 * Rises with each change of the functions or their tables, of which this is the fingerprint: adc7132cea7e099e.
 * Written by `pnpm --filter @org/stores convex:generate`.
 */
export const deployedVersion = 33;
