import type { EventClient, EventToSend } from "@org/events";

/**
 * The events that a state change causes; they are written in the change's own transaction, so that neither exists
 * without the other. A function receives the change's outcome, for values that only the store knows.
 */
export interface Emit<Outcome = void> {
  emit: readonly EventToSend[] | ((outcome: Outcome) => readonly EventToSend[]);
}

/** An event that the engine has not accepted yet although it was tried. */
export interface FailingEvent {
  id: string;
  name: string;
  attempts: number;
  /** Why the last attempt failed, without the event's data. */
  lastError: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC. Absent when it goes with the next batch. */
  nextAttemptAt?: string;
}

export interface OutboxState {
  /** Events not yet accepted by the engine. */
  pending: number;
  /** Age of the oldest pending event in milliseconds; 0 when none is pending. */
  oldestPendingAge: number;
  /** Those of the pending events that have failed at least once, oldest first, at most 100. */
  failing: FailingEvent[];
}

/**
 * Events on their way to the engine, kept in the database. As an `EventClient` it appends without a state change;
 * stores append in their own transactions. An event keeps its id, or gets the outbox row's id when it has none or an empty one; an id
 * that is already in the outbox is not appended again.
 */
export interface Outbox extends EventClient {
  state(): Promise<OutboxState>;
}

/**
 * Moves events from the outbox to the engine, at least once and in order per key (the business key in the event's
 * id). Any number of relays may run; an event that was sent but not marked is sent again with the same id.
 */
export interface Relay {
  /** Resolves when the relay listens; the first events may be on their way already. */
  start(): Promise<void>;
  /**
   * Moves what waits, once, until all is moved or something fails; for programs that keep their own time and do not start
   * the relay. Resolves to how many events the engine took.
   */
  drain(): Promise<number>;
  /** Finishes the batch in hand, then ends. */
  stop(): Promise<void>;
}
