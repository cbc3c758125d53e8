import type { CausingEvent, EventData } from "@org/events";
import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import type { WorkflowStep } from "../../client.ts";
import { asked } from "./ask-for-emails.ts";
import type { PushContent } from "./push-template.ts";

type Requested = EventData<typeof notificationPushRequested>;

/** A push message that a workflow asks for. */
export interface PushToAskFor
  extends Pick<Requested, "key" | "readerId" | "about" | "askedBy" | "recipient"> {
  /** As its template says: `newOrderPush.of({ orderId })`. */
  content: PushContent;
  cause: CausingEvent;
}

/**
 * Asks the sender for push messages and waits for none of them: a vendor that is slow, away or over its limit holds up
 * nobody who asks. One that cannot be sent is recorded under its key, and fails its sender's run.
 * @param stepId a literal, as all step ids
 */
export async function askForPushes(
  step: Pick<WorkflowStep, "sendEvent">,
  stepId: string,
  pushes: readonly PushToAskFor[],
): Promise<typeof asked> {
  const events = pushes.map(({ content, cause, ...push }) =>
    notificationPushRequested.create({ ...push, ...content }, { cause }),
  );
  if (events.length > 0) await step.sendEvent(stepId, events);
  return asked;
}
