/**
 * What a message is to who gets it:
 * - `transactional`: it belongs to what they asked for, as the news of their order; it goes out at any time.
 * - `promotional`: they can do without it. It takes the channels that they allow, waits for the day, and says how it ends.
 */
export type MessageClass = "transactional" | "promotional";
