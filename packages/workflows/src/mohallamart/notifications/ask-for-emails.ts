import type { CausingEvent, EventData } from "@org/events";
import { notificationEmailRequested } from "@org/events/mohallamart/notification-email-requested";
import type { WorkflowStep } from "../../client.ts";
import type { EmailContent } from "./email-template.ts";

type Requested = EventData<typeof notificationEmailRequested>;

/** An email that a workflow asks for. */
export interface EmailToAskFor extends Pick<Requested, "key" | "userId" | "about" | "askedBy" | "recipient"> {
  /** As its template says: `orderConfirmation.of({ orderId })`. */
  content: EmailContent;
  /** Default: transactional, which nothing that goes to many holds up. */
  priority?: Requested["priority"];
  cause: CausingEvent;
}

/** What a workflow says of an email that it asked for: its sender records what becomes of it. */
export const asked = "asked";

/**
 * Asks the senders for emails and waits for none of them: a vendor that is slow, away or over its limit holds up nobody
 * who asks. An email that cannot be sent is recorded under its key, and fails its sender's run.
 * @param stepId a literal, as all step ids
 */
export async function askForEmails(
  step: Pick<WorkflowStep, "sendEvent">,
  stepId: string,
  emails: readonly EmailToAskFor[],
): Promise<typeof asked> {
  const events = emails.map(({ content, priority = "transactional", cause, ...email }) =>
    notificationEmailRequested.create({ ...email, ...content, priority }, { cause }),
  );
  if (events.length > 0) await step.sendEvent(stepId, events);
  return asked;
}
