import { eventUpdated } from "@org/events/ten-ocean/event-updated";
import type { CommunityEvent, CommunityEventChange } from "@org/stores/ten-ocean/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { eventCancellation } from "./event-cancellation.tsx";
import { eventChange } from "./event-change.tsx";
import { eventDataOf } from "./event-data.ts";
import { findEvent, whoAnswered } from "./find-event.ts";

type Ports = Uses<{ inngest: true; communityEvents: "get" | "change"; rsvps: "list" }>;

/**
 * Tells everyone who is coming, waits or may come that an event has another time, place or title, with what it was, or
 * that it was called off, and why. A corrected description or another number of seats is no news: the page shows it,
 * and `confirm-answer` tells those who got seats.
 */
export function tellEventChange(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "tell-event-change", triggers: [eventUpdated], retries: defaultRetries },
    async ({ event, step }) => {
      const { eventId, revision } = event.data;
      // Events of before changes were kept: what they changed is not known.
      if (revision === undefined) return { told: 0, because: "unknown what changed" };
      const { change, current } = await step.run("fetch-change", async () => ({
        change: await findChange(ports, eventId, revision),
        current: await findEvent(ports, eventId),
      }));
      const isCancelled = change.after.status === "cancelled";
      if (!isCancelled && current.status === "cancelled") return { told: 0, because: "called off since" };
      if (!isCancelled && Object.keys(whatWas(change)).length === 0) {
        return { told: 0, because: "nothing that matters to guests" };
      }
      const userIds = await step.run("find-guests", () => whoAnswered(ports, eventId));
      const occasion = [eventId, String(revision)];
      await (isCancelled ? tellCancelled : tellChanged)(step, change, { occasion, userIds });
      return { told: userIds.length };
    },
  );
}

type Step = Pick<WorkflowStep, "sendEvent">;

interface Whom {
  occasion: readonly string[];
  userIds: readonly string[];
}

function tellChanged(step: Step, change: CommunityEventChange, whom: Whom): Promise<void> {
  const { after } = change;
  return tell(step, "tell-changed", {
    ...whom,
    template: eventChange,
    data: { ...eventDataOf(after), ...whatWas(change) },
    about: after.eventId,
    expiresAt: after.startsAt,
  });
}

/** Without an end: who was kept waiting by quiet hours still wants to know why nobody was there. */
function tellCancelled(step: Step, { after }: CommunityEventChange, whom: Whom): Promise<void> {
  const { cancelReason: reason } = after;
  return tell(step, "tell-cancelled", {
    ...whom,
    template: eventCancellation,
    data: { ...eventDataOf(after), ...(reason !== undefined && { reason }) },
    about: after.eventId,
  });
}

/** What guests need to know of how it was before; empty when nothing of that is different. */
function whatWas({ before, after }: CommunityEventChange) {
  const isDifferent = (field: keyof CommunityEvent) => before[field] !== after[field];
  const moved = isDifferent("startsAt") || isDifferent("endsAt");
  return {
    ...(isDifferent("title") && { previousTitle: before.title }),
    ...(isDifferent("location") && { previousLocation: before.location }),
    ...(moved && { previousStartsAt: before.startsAt }),
    ...(moved && before.endsAt !== undefined && { previousEndsAt: before.endsAt }),
  };
}

async function findChange(
  { communityEvents }: Pick<Ports, "communityEvents">,
  eventId: string,
  revision: number,
): Promise<CommunityEventChange> {
  const change = await communityEvents.change(eventId, revision);
  if (change) return change;
  throw new NonRetriableError(
    `Change ${revision} of community event ${eventId} does not exist: it was deleted, or the event names a wrong one.`,
  );
}
