import { notificationSend } from "@org/events/mohallamart/notification-send";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { type Notification, wakeOf } from "./notification-run.ts";
import { readingOnce } from "./reading-once.ts";
import { checkTold, type TellPorts, type Told, tellNotifications } from "./tell-notifications.ts";

type Ports = Uses<{ inngest: true; now: true }> & TellPorts;

/**
 * Tells many something: up to a hundred notifications in a run, each in its reader's inbox and over the channels that
 * they chose, through the senders of what goes to many. One that cannot be put into words keeps the others from nothing, and
 * fails the run when they have been told. Those whose quiet hours it is, and texts at night, are told when it is day for
 * them.
 */
export function sendBulkNotification(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "send-bulk-notification",
      triggers: [{ ...notificationSend, if: "event.data.priority == 'bulk'" }],
      batchEvents: { maxSize: 100, timeout: "2s", if: unlessReplayed },
      retries: defaultRetries,
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const notifications = received.map(
        (one): Notification => ({ notificationId: eventId(one), event: one.data, cause: one }),
      );
      const wakes: (string | null)[] = await step.run("find-days", () => findDays(ports, notifications));
      const all: Told[] = [];
      // The engine counts the steps of those who are told later by itself: their ids come again, in the same order.
      for (const wake of inTurn(wakes)) {
        if (wake !== null) await step.sleepUntil(`wait-for-day:${wake}`, wake);
        const due = notifications.filter((_notification, place) => wakes[place] === wake);
        all.push(await tellNotifications(step, ports, due));
      }
      return checkTold(together(all));
    },
  );
}

/** One that cannot be put into words is due at once: it is refused then. */
async function findDays(ports: Ports, notifications: readonly Notification[]): Promise<(string | null)[]> {
  const shared = readingOnce(ports);
  return Promise.all(notifications.map(({ event }) => wakeOf(shared, event)));
}

/** Who waits for nothing comes first. */
function inTurn(wakes: readonly (string | null)[]): (string | null)[] {
  return [...new Set(wakes)].toSorted((a, b) => (a ?? "").localeCompare(b ?? "", "en"));
}

function together(all: readonly Told[]): Told {
  const sum = (count: (told: Told) => number | undefined) =>
    all.reduce((total, told) => total + (count(told) ?? 0), 0);
  const channels = new Set(all.flatMap(({ asked }) => Object.keys(asked) as (keyof Told["asked"])[]));
  return {
    told: sum(({ told }) => told),
    skipped: sum(({ skipped }) => skipped),
    asked: Object.fromEntries([...channels].map((channel) => [channel, sum(({ asked }) => asked[channel])])),
    refusals: all.flatMap(({ refusals }) => refusals),
  };
}
