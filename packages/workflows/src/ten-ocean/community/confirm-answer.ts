import { eventRsvpChanged } from "@org/events/ten-ocean/event-rsvp-changed";
import type { OwnRsvp } from "@org/stores/ten-ocean/port";
import type { InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { eventAnswer } from "./event-answer.tsx";
import { eventDataOf } from "./event-data.ts";
import { findEvent } from "./find-event.ts";

type Ports = Uses<{ inngest: true; communityEvents: "get"; rsvps: "get" }>;

/**
 * Confirms an answer to the member who gave it, and tells whoever moved up from the waiting list. The store says how
 * the answer is when it is told: of several changes in a row only the last is, so that nobody hears what is not so any
 * more, or the same twice.
 */
export function confirmAnswer(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "confirm-answer", triggers: [eventRsvpChanged], retries: defaultRetries },
    async ({ event, step }) => {
      const { eventId, userId, revision, cause } = event.data;
      // Whoever left the house is told of that, and not of each event.
      if (cause === "withdrawn") return { told: "nobody, they left" };
      const { found, rsvp } = await step.run("fetch-answer", async () => ({
        found: await findEvent(ports, eventId),
        rsvp: await ports.rsvps.get({ eventId, userId }),
      }));
      if (!rsvp || (revision !== undefined && rsvp.revision !== revision)) {
        return { told: "nobody, the answer was changed again" };
      }
      if (found.status === "cancelled") return { told: "nobody, the event was called off" };
      if (eventTime(event) >= new Date(found.startsAt)) return { told: "nobody, the event has begun" };
      const { seats, place } = rsvp;
      const outcome = outcomeOf(rsvp, cause === "moved-up");
      await tell(step, "tell-member", {
        template: eventAnswer,
        occasion: [eventId, userId, String(rsvp.revision)],
        userIds: [userId],
        data: { ...eventDataOf(found), outcome, seats, ...(place !== undefined && { place }) },
        about: eventId,
        expiresAt: found.startsAt,
      });
      return { told: outcome };
    },
  );
}

function outcomeOf({ response, seated }: OwnRsvp, movedUp: boolean) {
  if (response !== "going") return response;
  if (!seated) return "waiting";
  return movedUp ? "moved-up" : "seated";
}
