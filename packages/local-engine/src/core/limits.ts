/** Inngest's documented limits. Sizes are bytes. */
export const limits = {
  metadataBytes: 1024 * 1024,
  spansPerRun: 1_000,
  traceBytes: 4 * 1024 * 1024,
  stepsPerRun: 1_000,
  stepOutputBytes: 4 * 1024 * 1024,
  resultBytes: 4 * 1024 * 1024,
  runStateBytes: 32 * 1024 * 1024,
  eventBytes: 3 * 1024 * 1024,
  eventsPerRequest: 5_000,
  eventNameLength: 256,
  idempotencyMilliseconds: 24 * 3_600_000,
  sleepMilliseconds: 366 * 86_400_000,
  /** Above this a call carries no state and the SDK fetches it (`use_api`). */
  inlineStateBytes: 4 * 1024 * 1024,
} as const;

/** The size of a text as it is sent and stored. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}
