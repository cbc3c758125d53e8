/**
 * How long things are kept, as durations. What a workflow's idempotency rests on (the ids in the outbox and of analytics
 * events, the send ledger, deliveries, notifications) has to outlive every replay of a run that made it: otherwise a
 * replay would send or count again.
 *
 * A run can be replayed from a dead letter, within `replayableFor`, or from the engine's history, which Inngest keeps for up to 14 days (365 on the enterprise plan: raise this with it). The longest run waits 14 days.
 * 90 days are more than both together.
 */
export const logsKeptFor = "90d";

/** Operators can replay a failed run for this long, reckoned from the event that started it. */
export const replayableFor = "60d";

/** A session that nobody used for this long ends, even when it has not expired. */
export const sessionsUnusedFor = "7d";

/** How long it is known how the workflows and their vendors did, hour by hour. */
export const measurementsKeptFor = "14d";
