/** This engine's own bounds; Inngest documents none. Sizes are bytes. */
export const realtimeLimits = {
  messageBytes: 4 * 1024 * 1024,
  /** Characters of a channel's or a topic's name. */
  nameLength: 512,
  topicsPerRequest: 100,
  /** What may wait for a subscriber that reads slowly. */
  waitingBytes: 1024 * 1024,
} as const;
