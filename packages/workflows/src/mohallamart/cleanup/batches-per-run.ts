/** Inngest allows 1,000 steps in a run; what is left over is for the next run. */
export const batchesPerRun = 200;
