import type { EventData, EventToSend } from "@org/events";
import { notificationEmailSend } from "@org/events/ten-ocean/notification-email-send";
import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import type { notificationRoute } from "@org/events/ten-ocean/notification-route";
import { cutText } from "@org/events/text";
import type { NotificationEntry } from "@org/stores/ten-ocean/port";
import type { WorkflowStep } from "../../client.ts";
import type { NotificationTemplate, Words } from "./notification-template.ts";

/** Events that one call to the engine holds; each carries the template's data. */
const eventsPerStep = 250;

export interface Handover {
  /** When they are told, as a part of step ids: `now`, or a time. */
  when: string;
  route: EventData<typeof notificationRoute>;
  template: NotificationTemplate;
  words: Words;
  entries: readonly NotificationEntry[];
}

/** Asks the senders for each member's email and push. The events' ids say whom, of what and over what. */
export async function handToSenders(
  step: Pick<WorkflowStep, "sendEvent">,
  { when, ...handover }: Handover,
): Promise<void> {
  const events = handover.entries.flatMap((entry) => eventsFor(handover, entry));
  for (let first = 0; first < events.length; first += eventsPerStep) {
    const page = first / eventsPerStep + 1;
    await step.sendEvent(`hand-to-senders:${when}:${page}`, events.slice(first, first + eventsPerStep));
  }
}

function eventsFor(
  { route, template, words }: Omit<Handover, "when" | "entries">,
  { userId, email, push }: NotificationEntry,
): EventToSend[] {
  const { notificationId, about, data } = route;
  const common = { userId, notificationId, about, priority: template.priority };
  const id = (channel: string) => ({ id: `${notificationId}:${userId}:${channel}` });
  return [
    ...(email
      ? [notificationEmailSend.create({ ...common, template: template.name, data }, id("email"))]
      : []),
    ...(push ? [notificationPushSend.create({ ...common, ...onPhone(words) }, id("push"))] : []),
  ];
}

/** A phone shows less than an email's subject or the list may hold. */
function onPhone({ title, body, path }: Words): Words {
  return { title: cutText(title.trim(), 100), body: cutText(body.trim(), 500), path };
}
