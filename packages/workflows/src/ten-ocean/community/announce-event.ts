import { eventCreated } from "@org/events/ten-ocean/event-created";
import { cutText } from "@org/events/text";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { eventDataOf } from "./event-data.ts";
import { eventInvitation } from "./event-invitation.tsx";
import { findEvent } from "./find-event.ts";

type Ports = Uses<{ inngest: true; communityEvents: "get"; residents: "list" }>;

/** Invites the residents to an event that was planned. One that was called off meanwhile is not announced. */
export function announceEvent(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "announce-event", triggers: [eventCreated], retries: defaultRetries },
    async ({ event, step }) => {
      const { eventId } = event.data;
      const found = await step.run("fetch-event", () => findEvent(ports, eventId));
      if (found.status === "cancelled") return { invited: 0 };
      const userIds = await step.run("find-residents", () => allResidents(ports));
      const { description, capacity, startsAt } = found;
      await tell(step, "tell-residents", {
        template: eventInvitation,
        occasion: [eventId],
        userIds,
        data: {
          ...eventDataOf(found),
          description: beginningOf(description),
          ...(capacity !== undefined && { capacity }),
        },
        about: eventId,
        expiresAt: startsAt,
      });
      return { invited: userIds.length };
    },
  );
}

async function allResidents({ residents }: Pick<Ports, "residents">): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const page = await residents.list({ standing: "resident", after: ids.at(-1) });
    if (page.length === 0) return ids;
    ids.push(...page.map(({ userId }) => userId));
  }
}

const longestInMessages = 600;

/** As much of a description as a message needs; the event's page has all of it. */
function beginningOf(description: string): string {
  return cutText(description, longestInMessages);
}
