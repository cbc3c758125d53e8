import type { CausingEvent, EventData } from "@org/events";
import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { notificationSmsRequested } from "@org/events/mohallamart/notification-sms-requested";
import type { WorkflowStep } from "../../client.ts";
import type { MessageContent } from "./message-template.ts";

type EmailRequested = EventData<typeof notificationEmailRequested>;
type PushRequested = EventData<typeof notificationPushRequested>;
type SmsRequested = EventData<typeof notificationSmsRequested>;

/** A message that a workflow asks for. */
interface ToAskFor extends Pick<EmailRequested, "key" | "about" | "askedBy" | "recipient"> {
  /** As its template says: `orderConfirmation.of({ orderId })`. */
  content: MessageContent;
  /** Default: transactional, which nothing that goes to many holds up. */
  priority?: EmailRequested["priority"];
  cause: CausingEvent;
}

export type EmailToAskFor = ToAskFor & Pick<EmailRequested, "userId">;
export type PushToAskFor = ToAskFor & Pick<PushRequested, "readerId">;
export type SmsToAskFor = ToAskFor & Pick<SmsRequested, "userId" | "emailKey">;

/** What a workflow says of a message that it asked for: its sender records what becomes of it. */
export const asked = "asked";

export function requestedEmail({ content, priority = "transactional", cause, ...email }: EmailToAskFor) {
  return notificationEmailRequested.create({ ...email, ...content, priority }, { cause });
}

export function requestedPush({ content, priority = "transactional", cause, ...push }: PushToAskFor) {
  return notificationPushRequested.create({ ...push, ...content, priority }, { cause });
}

export function requestedSms({ content, priority = "transactional", cause, ...sms }: SmsToAskFor) {
  return notificationSmsRequested.create({ ...sms, ...content, priority }, { cause });
}

/** One of any channel. */
export type RequestedMessage = ReturnType<typeof requestedEmail | typeof requestedPush | typeof requestedSms>;

/**
 * Asks the senders for messages and waits for none of them: a vendor that is slow, away or over its limit holds up nobody
 * who asks, and no other channel. A message that cannot be sent is recorded under its key, and fails its sender's run.
 * @param stepId a literal, as all step ids
 */
export function askForMessages(
  step: Pick<WorkflowStep, "sendEvent">,
  stepId: string,
  messages: readonly RequestedMessage[],
): Promise<typeof asked> {
  return sendAll(step, stepId, messages);
}

/** As {@link askForMessages}, emails alone. */
export function askForEmails(
  step: Pick<WorkflowStep, "sendEvent">,
  stepId: string,
  emails: readonly EmailToAskFor[],
): Promise<typeof asked> {
  return sendAll(step, stepId, emails.map(requestedEmail));
}

async function sendAll(
  step: Pick<WorkflowStep, "sendEvent">,
  stepId: string,
  messages: readonly RequestedMessage[],
): Promise<typeof asked> {
  if (messages.length > 0) await step.sendEvent(stepId, [...messages]);
  return asked;
}
