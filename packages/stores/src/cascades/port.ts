import type { DeadLetter } from "../dead-letters/port.ts";

/** An event as the outbox keeps it, with what is known of where it went. */
export interface KeptEvent {
  id: string;
  name: string;
  v?: string;
  /** As it was emitted, personal data and all: show it through `createRedactor` of @org/events only. */
  data: unknown;
  /** ISO 8601, UTC, as the next one. */
  createdAt: string;
  /** When the engine took it; absent while it waits. */
  acceptedAt?: string;
  /** Why it waits after it was tried, or why it was given up; without its data. */
  lastError?: string;
  /** The functions that were seen to begin, as the engine names them; forgotten once all of an event's have ended. */
  functions: { functionId: string; ended: boolean }[];
}

/** What is kept of everything that followed from something. */
export interface Cascade {
  /** In the order in which they were emitted; the latest of them where there are more than anybody reads. */
  events: KeptEvent[];
  /** Runs that those events started and that failed for good, as they are kept: with personal data. The oldest first. */
  letters: DeadLetter[];
  /** Whether nothing was left out. */
  complete: boolean;
}

/** Looks for what belongs together; for people who look into one thing, and wait a moment for it. */
export interface Cascades {
  /**
   * @param about an event's id, for the whole cascade that it is part of, or what is in events: the id of an order, a
   * person, a request
   */
  find(about: string): Promise<Cascade>;
}
