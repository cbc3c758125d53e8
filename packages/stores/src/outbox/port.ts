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
  /** How many events wait for it, because they are about the same; absent where nobody counts. */
  behind?: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** ISO 8601, UTC. Absent when it goes with the next batch. */
  nextAttemptAt?: string;
}

/** How many events of one version of a contract the engine has not accepted yet. */
export interface WaitingEvents {
  name: string;
  /** Absent where the event says none. */
  v?: string;
  events: number;
}

/** An event that the engine accepted, and of which it started nothing or too little. */
export interface LostEvent {
  id: string;
  name: string;
  /** How often it was sent again under its id. */
  resends: number;
  /** ISO 8601, UTC: when this was found. */
  since: string;
}

export interface OutboxState {
  /** Events not yet accepted by the engine. */
  pending: number;
  /** Age of the oldest pending event in milliseconds; 0 when none is pending. */
  oldestPendingAge: number;
  /** Those of the pending events that have failed at least once, oldest first, at most 100. */
  failing: FailingEvent[];
  /** Events that the engine accepted and that show no trace, the longest lost first, at most 100. */
  lost: LostEvent[];
}

/**
 * Events on their way to the engine, kept in the database. As an `EventClient` it appends without a state change;
 * stores append in their own transactions. An event keeps its id, or gets the outbox row's id when it has none or an empty one; an id
 * that is already in the outbox is not appended again.
 */
export interface Outbox extends EventClient {
  state(): Promise<OutboxState>;
  /**
   * Has an event that the engine lost sent again under its id, and looked for as if it were new; the engine ignores an id
   * that it has had within a day.
   * @returns false where no such event is lost
   */
  resend(eventId: string): Promise<boolean>;
}

/** An outbox from which an operator takes what the engine refuses. */
export interface OperatedOutbox extends Outbox {
  /**
   * Gives up an event that the engine has refused: it is never sent, and those behind it go on. Its id stays taken.
   * @param reason a word of ours, which is kept with it
   * @returns false where no such event waits, or it was not refused
   */
  discard(eventId: string, reason: string): Promise<boolean>;
  /** All that the engine has not accepted yet, by name and version, in their order. */
  waiting(): Promise<WaitingEvents[]>;
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

/** An event as a function sends it to the engine. */
export interface SentEvent {
  id: string;
  name: string;
  data?: unknown;
  /** Milliseconds since 1970; absent when it is sent now. */
  ts?: number | undefined;
  v?: string | undefined;
}

/** Keeps what functions send to the engine by themselves, so that it is looked for as the outbox's own events are. */
export interface SentEvents {
  /**
   * Writes events down as accepted, before they are sent: what they start must find them. An id that is in the outbox is
   * not written again, so that a step that is tried again adds nothing.
   */
  keep(events: readonly SentEvent[]): Promise<void>;
}

/** What was seen of a function that an event started. */
export interface EventTrace {
  eventId: string;
  /** The function's id in the engine, which begins with its app. */
  functionId: string;
  /** Whether its run came to an end, a good or a bad one. */
  ended: boolean;
}

/**
 * Remembers what accepted events started. Traces are written many at once and a moment later, so that a run waits for none
 * of them; what a process that dies had not written only makes the reconciler send an event again that the engine knows.
 */
export interface EventTraces {
  saw(trace: EventTrace): void;
  /** Writes what was seen until now. It does not throw: what cannot be written is tried again. */
  flush(): Promise<void>;
  /** Writes the rest, once. */
  close(): Promise<void>;
}

/** A function that an event has to start. */
export interface ExpectedTrace {
  functionId: string;
  /** Its runs wait for their turn under a limit, so that a late start is no sign of a loss. */
  isHeldBack: boolean;
}

/**
 * Finds events that the engine acknowledged and then lost: those that did not start what they have to start within a
 * bound are sent again under their ids, which an engine that knows them ignores. Any number of them may run.
 */
export interface Reconciler {
  /** Looks every minute; not before a bound has passed, so that what waited for this process can come first. */
  start(): void;
  /** Looks once. @returns how many events were sent again. */
  reconcile(): Promise<number>;
  /** Finishes the look in hand. */
  stop(): Promise<void>;
}
