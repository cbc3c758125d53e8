import { userRemoved } from "@org/events/ten-ocean/user-removed";
import { tenOceanSubject } from "@org/stores/sessions/subject";
import { rsvpEvents } from "@org/stores/ten-ocean/community/invitation-events";
import type { InngestFunction } from "inngest";
import { eventTime } from "../../event-time.ts";
import { retries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";

type Ports = Uses<{
  inngest: true;
  residents: "remove";
  rsvps: "withdraw";
  sessions: "closeAllOf";
  push: "forget";
  deadLetters: true;
}>;

/**
 * Erases what is personal of somebody whose account was deleted, ends their sessions, and gives their seats at coming
 * events to who waits; repairs, topics and past events stay without it.
 *
 * What was under way at the time may leave traces afterwards: an answer that was just sent, a message that was being
 * put into lists, a retry. So it is all erased a second time.
 */
export function removeResidentData(ports: Ports): InngestFunction.Any {
  const { inngest, residents, rsvps, sessions, push, deadLetters } = ports;
  return inngest.createFunction(
    {
      id: "remove-resident-data",
      triggers: [userRemoved],
      ...retries(
        10,
        "Nobody waits for it, and it must not be left undone: ten retries reach over 22 minutes of an outage.",
      ),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      const from = eventTime(event).toISOString();
      async function erase(round: "at-once" | "afterwards"): Promise<void> {
        await step.run(`close-sessions:${round}`, () => sessions.closeAllOf(tenOceanSubject(userId)));
        // Before the answers are erased: who waits gets the seats, and is told.
        await step.run(`give-seats-on:${round}`, async () => {
          const emit = (outcome: Parameters<typeof rsvpEvents>[0]) => rsvpEvents(outcome, "withdrawn");
          return (await rsvps.withdraw({ userId, from }, { emit })).length;
        });
        const { theirs } = await step.run(`erase-data:${round}`, () => residents.remove(userId));
        await step.run(`forget-failed-runs:${round}`, () =>
          deadLetters.forget(userId, { app: inngest.id, theirs }),
        );
      }

      await erase("at-once");
      await step.sleep("wait-for-what-is-under-way", "30m");
      await erase("afterwards");
      if (push) await step.run("forget-devices", () => push.forget(userId));
    },
  );
}
