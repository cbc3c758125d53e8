import { eventReminder } from "@org/events/ten-ocean/event-reminder";
import type { InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { tell } from "../notifications/tell.ts";
import type { Uses } from "../ports.ts";
import { eventDataOf } from "./event-data.ts";
import { eventReminderNotice } from "./event-reminder.tsx";
import { findEvent } from "./find-event.ts";
import { whyObsolete } from "./plan-event-reminders.ts";

type Ports = Uses<{ inngest: true; communityEvents: "get"; rsvps: "list" }>;

/** Reminds everyone who has seats or may come, unless the event was moved, was called off or has begun. */
export function remindGuests(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    { id: "remind-guests", triggers: [eventReminder], retries: defaultRetries },
    async ({ event, step }) => {
      const { eventId, startsAt, before } = event.data;
      const { found, userIds } = await step.run("find-guests", async () => ({
        found: await findEvent(ports, eventId),
        userIds: await whoMayCome(ports, eventId),
      }));
      const obsolete = whyObsolete(found, startsAt);
      if (obsolete) return { reminded: 0, because: obsolete };
      if (eventTime(event) >= new Date(startsAt)) return { reminded: 0, because: "begun" };
      await tell(step, "tell-guests", {
        template: eventReminderNotice,
        // Without colons, which separate the parts of a notification's id.
        occasion: [eventId, startsAt.replaceAll(":", ""), before],
        userIds,
        data: { ...eventDataOf(found), isSoon: before === "1h" },
        about: eventId,
        expiresAt: startsAt,
      });
      return { reminded: userIds.length };
    },
  );
}

async function whoMayCome({ rsvps }: Pick<Ports, "rsvps">, eventId: string): Promise<string[]> {
  const answers = await rsvps.list({ eventId });
  return answers.filter(({ seated, response }) => seated || response === "maybe").map(({ userId }) => userId);
}
