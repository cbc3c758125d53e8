/** Event data whose fields are not known to the code at hand. */
export type Fields = Record<string, unknown>;

/** An event as Inngest's `send` and `step.sendEvent` take it, its data already parsed. */
export interface EventToSend<Name extends string = string, Data = unknown> {
  /** Deduplicates for 24 hours in Inngest; absent where the event has no business key. */
  id?: string;
  name: Name;
  data: Data;
  /** Milliseconds since 1970; a moment in the future delays the run until then. */
  ts?: number;
  /** Version of the contract that `data` follows, `YYYY-MM-DD.NN`. */
  v: string;
}

/** Whatever carries events away: an Inngest client, or an outbox that stores them with the state change. */
export interface EventClient {
  send(payload: EventToSend | EventToSend[]): Promise<{ ids: string[] }>;
}

/** An event as it arrives, before it is parsed: of any published version, or sent by hand without one. */
export interface RawEvent {
  data?: unknown;
  ts?: number;
  v?: string | null;
}

/** The event that made this one necessary; its ids become the new event's correlation and causation. */
export interface CausingEvent {
  id?: string;
  data?: { readonly correlationId?: unknown };
}

export interface CreateOptions {
  /** Replaces the id derived from the definition's key; an empty one counts as none, as in Inngest. */
  id?: string;
  /** Milliseconds since 1970, between 1980 and 2100; a moment in the future delays the run until then. */
  ts?: number;
  cause?: CausingEvent;
}
