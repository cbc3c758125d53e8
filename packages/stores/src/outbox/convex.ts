import type { EventToSend } from "@org/events";
import type { FunctionReturnType } from "convex/server";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { outboxRows } from "../convex/emitting.ts";
import { functions } from "../convex/functions.ts";
import type { OperatedOutbox, WaitingEvents } from "./port.ts";
import { addedUp } from "./waiting.ts";

/** The outbox in Convex, outside of any state change: for emitting on its own, and for looking at what waits. */
export function convexOutbox(deployment: ConvexDeployment): OperatedOutbox {
  const { query, mutation } = deployment.callsOf("outbox");
  const { outbox } = functions;
  return {
    async send(payload: EventToSend | EventToSend[]) {
      const events = outboxRows(Array.isArray(payload) ? payload : [payload]);
      if (events.length > 0) await mutation(outbox.send, { events });
      return { ids: events.map(({ id }) => id) };
    },

    resend: (eventId) => mutation(outbox.resend, { id: eventId }),

    discard: (eventId, reason) =>
      mutation(outbox.discard, { id: eventId, reason: `Discarded by an operator: ${reason}.` }),

    async waiting() {
      const found: WaitingEvents[] = [];
      let cursor: string | null = null;
      do {
        const page: FunctionReturnType<typeof outbox.waiting> = await query(outbox.waiting, { cursor });
        found.push(...page.payloads.map(waitingEvent));
        cursor = page.next;
      } while (cursor !== null);
      return addedUp(found);
    },

    async state() {
      const { pending, oldest, failing, lost } = await query(outbox.state, {});
      return {
        pending,
        oldestPendingAge: oldest === null ? 0 : Math.max(0, Date.now() - oldest),
        failing: failing.map(({ createdAt, nextAttemptAt, ...event }) => ({
          ...event,
          createdAt: isoOf(createdAt),
          nextAttemptAt: nextAttemptAt === undefined ? undefined : isoOf(nextAttemptAt),
        })),
        lost: lost.map(({ since, ...event }) => ({ ...event, since: isoOf(since) })),
      };
    },
  };
}

/** Guarantee: what is kept was written as an event. */
function waitingEvent(payload: string): WaitingEvents {
  const { name, v }: Pick<EventToSend, "name"> & { v?: string } = JSON.parse(payload);
  return { name, ...(v === undefined ? {} : { v }), events: 1 };
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
