import type { CausingEvent, EventData } from "@org/events";
import { messageUndelivered } from "@org/events/operations/message-undelivered";
import type { InngestFunction } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { askForEmails } from "./ask-for-emails.ts";
import { channelsOf, emailOf, type Notification, tellAtOnce, wakeOf } from "./notification-run.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { type RenderedNotification, renderNotification } from "./render-notification.ts";
import type { LinkPorts } from "./with-links.ts";

type Ports = Uses<{
  inngest: true;
  users: "get";
  preferences: "get";
  notifications: "get";
  orders: "get";
  products: "get";
  push: "send";
  sms: "send";
  limits: true;
  deliveries: "ofMessage" | "getMany" | "get" | "record";
  webUrl: true;
  brand: true;
  now: true;
}> &
  LinkPorts;

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
      throttle: sendingShare("tell-another-way", ports.limits),
    },
    async ({ event, step }) => {
      // A report may come before its message is recorded.
      await step.sleep("wait-for-record", "1m");
      const found = await step.run("find-notification", () => findLost(ports, event.data));
      if ("skipped" in found) return found;
      const { notification, over } = found;
      const wake = await step.run("find-day", () => wakeOf(ports, notification.event));
      if (wake !== null) await step.sleepUntil("wait-for-day", wake);
      const content = await step.run("render-notification", () => render(ports, notification, over));
      if (!content) return { skipped: "There is nobody, or nothing, to tell any more over another channel." };
      return tell(step, ports, { ...notification, content, over, cause: event });
    },
  );
}

/** A notification that did not arrive, and the channel that is left for it. */
interface Lost {
  notification: Omit<Notification, "content">;
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

/** Null when there is nothing to tell any more, or its reader does not want it over that channel. */
async function render(
  ports: Ports,
  { event }: Lost["notification"],
  over: Lost["over"],
): Promise<RenderedNotification | null> {
  const user = await ports.users.get(event.userId);
  if (!user || !(await channelsOf(ports, event))[over]) return null;
  return renderNotification(notificationTypeOf(event.type), { user, data: event.data, ports });
}

async function tell(
  step: WorkflowStep,
  ports: Ports,
  { over, cause, ...notification }: Notification & { over: Lost["over"]; cause: CausingEvent },
) {
  if (over === "sms") return { over, ...(await tellAtOnce(step, ports, notification, over)) };
  const { subject } = notification.content;
  return {
    over,
    status: await askForEmails(step, "ask-for-email", [emailOf({ ...notification, subject, cause })]),
  };
}
