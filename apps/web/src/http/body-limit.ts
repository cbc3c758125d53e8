/** The largest form of this app is a checkout with a full cart, a tenth of this. For browsers too, which say it. */
export const maximumBodyBytes = 64 * 1024;
