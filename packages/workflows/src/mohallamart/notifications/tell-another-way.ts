import type { EventData } from "@org/events";
import { messageUndelivered } from "@org/events/operations/message-undelivered";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../../retry-policy.ts";
import type { Uses } from "../ports.ts";
import { askForMessages } from "./ask-for-messages.ts";
import { channelsOf, messagesOf, type Notification, wakeOf } from "./notification-run.ts";
import { notificationTypeOf } from "./notification-types.ts";

type Ports = Uses<{
  inngest: true;
  users: "get";
  preferences: "get";
  notifications: "get";
  orders: "get";
  products: "get";
  deliveries: "ofMessage" | "getMany";
  webUrl: true;
  brand: true;
  now: true;
}>;

/**
 * Tells somebody over the other channel when their vendor reports later that the one message did not arrive: an email in
 * place of an SMS, and an SMS in place of an email. Once, and only where that channel was all that was asked for; what is
 * promotional only as its reader allows. A notification that took several channels has reached them by another one.
 */
export function tellAnotherWay(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "tell-another-way",
      // A complaint is about a message that arrived.
      triggers: [
        { ...messageUndelivered, if: "event.data.channel != 'push' && event.data.state != 'complained'" },
      ],
      retries: defaultRetries,
    },
    async ({ event, step }) => {
      // A report may come before its message is recorded.
      await step.sleep("wait-for-record", "1m");
      const found = await step.run("find-notification", () => findLost(ports, event.data));
      if ("skipped" in found) return found;
      const { notification, over } = found;
      const wake = await step.run("find-day", () => wakeOf(ports, notification.event));
      if (wake !== null) await step.sleepUntil("wait-for-day", wake);
      const subject = await step.run("find-subject", () => subjectOf(ports, notification, over));
      if (subject === null)
        return { skipped: "There is nobody, or nothing, to tell any more over another channel." };
      const messages = messagesOf(
        { ...notification, cause: event },
        { subject, channels: [over], orEmail: false },
      );
      return { over, status: await askForMessages(step, "ask-for-message", messages) };
    },
  );
}

/** A notification that did not arrive, and the channel that is left for it. */
interface Lost {
  notification: Omit<Notification, "cause">;
  over: "email" | "sms";
}

const prefix = "notification:";

async function findLost(
  { deliveries, notifications }: Ports,
  { messageId, channel }: EventData<typeof messageUndelivered>,
): Promise<Lost | { skipped: string }> {
  const delivery = await deliveries.ofMessage(channel, messageId);
  const suffix = `:${channel}`;
  if (!delivery?.key.startsWith(prefix) || !delivery.key.endsWith(suffix))
    return { skipped: "It is no notification of the marketplace's." };
  const notificationId = delivery.key.slice(prefix.length, -suffix.length);
  const others = (["push", "sms", "email"] as const).filter((each) => each !== channel);
  const used = await deliveries.getMany(others.map((each) => `${prefix}${notificationId}:${each}`));
  if (used.length > 0) return { skipped: "It took another channel as well." };
  const told = await notifications.get(notificationId);
  if (!told) return { skipped: "The user is gone." };
  const { userId, type, data = {} } = told;
  const over = channel === "email" ? "sms" : "email";
  // Asked for by many or by one, what is promotional stays it.
  const isPromotional = notificationTypeOf(type).messageClass === "promotional";
  const priority = isPromotional ? "bulk" : "transactional";
  return {
    notification: { notificationId, event: { userId, type, data, priority, channels: [over] } },
    over,
  };
}

/** What it is about; null when there is nothing to tell any more, or its reader does not want it over that channel. */
async function subjectOf(
  ports: Ports,
  { event }: Lost["notification"],
  over: Lost["over"],
): Promise<string | null> {
  const user = await ports.users.get(event.userId);
  if (!user || !(await channelsOf(ports, event))[over]) return null;
  const wording = await notificationTypeOf(event.type).word({ user, data: event.data, ports });
  return wording?.subject ?? null;
}
