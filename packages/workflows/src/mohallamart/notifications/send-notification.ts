import { notificationSend } from "@org/events/mohallamart/notification-send";
import type { InngestFunction } from "inngest";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { classOf, wakeOf } from "./notification-run.ts";
import { checkTold, type TellPorts, tellNotifications } from "./tell-notifications.ts";

type Ports = Uses<{ inngest: true; now: true }> & TellPorts;

/**
 * Tells a user something that they wait for, over the channels that the event names, and in their inbox on the site.
 *
 * Push messages, texts and emails are asked for: each leaves through a sender of its own. What is promotional waits for the
 * day, and then takes only the channels that the user allows.
 */
export function sendNotification(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "send-notification",
      triggers: [{ ...notificationSend, if: "event.data.priority != 'bulk'" }],
      retries: defaultRetries,
    },
    async ({ event, step }) => {
      if (classOf(event.data) === "promotional") {
        const wake = await step.run("find-day", () => wakeOf(ports, event.data));
        if (wake !== null) await step.sleepUntil("wait-for-day", wake);
      }
      const notification = { notificationId: eventId(event), event: event.data, cause: event };
      return checkTold(await tellNotifications(step, ports, [notification]));
    },
  );
}
