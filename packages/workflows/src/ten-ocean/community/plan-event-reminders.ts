import { eventCreated } from "@org/events/ten-ocean/event-created";
import { eventReminder } from "@org/events/ten-ocean/event-reminder";
import { eventUpdated } from "@org/events/ten-ocean/event-updated";
import type { CommunityEvent } from "@org/stores/ten-ocean/port";
import type { InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { findEvent } from "./find-event.ts";

type Ports = Uses<{ inngest: true; communityEvents: "get" }>;

const hour = 3_600_000;

const reminders = [
  { before: "1d", milliseconds: 24 * hour },
  { before: "1h", milliseconds: hour },
] as const;

/**
 * Has those who are coming reminded a day and an hour before an event starts. A run plans for one start: when it wakes
 * it asks the store, and ends where the event was moved or called off. Whatever moved it, earlier or later, started a
 * run of its own; so nothing has to be cancelled, and a start that comes back is reminded of once, by the id of
 * `event/reminder`. What is due before it was planned is left out.
 */
export function planEventReminders(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "plan-event-reminders", triggers: [eventCreated, eventUpdated], retries: defaultRetries },
    async ({ event, step }) => {
      const { eventId, startsAt } = event.data;
      // A change that leaves the start as it is has nothing to plan.
      if (startsAt === undefined) return { reminders: "unchanged" };
      const plannedAt = eventTime(event).getTime();
      const sent: string[] = [];
      for (const { before, milliseconds } of reminders) {
        const due = new Date(new Date(startsAt).getTime() - milliseconds);
        if (due.getTime() <= plannedAt) continue;
        await step.sleepUntil(`wait-until-due:${before}`, due);
        const current = await step.run(`fetch-event:${before}`, () => findEvent(ports, eventId));
        const obsolete = whyObsolete(current, startsAt);
        if (obsolete) return { sent, ended: obsolete };
        await step.sendEvent(
          `send-reminder:${before}`,
          eventReminder.create({ eventId, startsAt, before }, { cause: event }),
        );
        sent.push(before);
      }
      return { sent };
    },
  );
}

/** Why a reminder that was planned for a start is not to be sent; undefined when it is. */
export function whyObsolete(current: CommunityEvent, startsAt: string): string | undefined {
  if (current.status === "cancelled") return "called off";
  return current.startsAt === startsAt ? undefined : "moved";
}
