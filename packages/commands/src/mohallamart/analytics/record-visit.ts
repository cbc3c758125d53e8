import type { EventToSend } from "@org/events";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import type { Outcome } from "../../outcome.ts";
import type { VisitEvent } from "./page-events.ts";
import { type ProductSearch, withResults } from "./with-results.ts";

export interface VisitRecord {
  visitId: string;
  /** Whoever is signed in as a customer. */
  userId?: string | undefined;
  events: readonly VisitEvent[];
  /** ISO 8601. */
  occurredAt: string;
}

/** Takes events that belong to no state; an `EventClient` does. */
export interface VisitOutbox {
  send(events: EventToSend[]): Promise<unknown>;
}

interface Ports {
  outbox: VisitOutbox;
  search: ProductSearch;
}

/**
 * Records what a visitor did, with how much their searches found. Nothing is written with it: it is an event and no more.
 */
export function recordVisit({ outbox, search }: Ports) {
  return async ({ visitId, userId, events, occurredAt }: VisitRecord): Promise<Outcome<object, never>> => {
    const counted = await withResults(search, events);
    await outbox.send(
      counted.map((event) => analyticsTrack.create({ ...event, userId, sessionId: visitId, occurredAt })),
    );
    return { ok: true };
  };
}
