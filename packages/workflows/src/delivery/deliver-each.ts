import type { Deliveries } from "@org/stores/deliveries/port";
import { isOverLimit } from "../retry-policy.ts";
import { type DeliveryStep, type DeliverySteps, inSteps } from "./in-steps.ts";
import { type DeliveryOutcome, isUnanswered, type Message, refusalOf, unansweredOutcome } from "./outcome.ts";
import { record, recordUnlessUnknown } from "./record.ts";

export interface DeliveryOptions {
  steps: DeliverySteps;
  deliveries: Pick<Deliveries, "get" | "record">;
  message: Message;
  /** Hands the message to its port, under its own key. */
  send(key: string): Promise<{ messageId?: string }>;
}

/**
 * Sends one message in a step and records what became of it; it does not throw, the workflow decides what an outcome
 * means. A message that is recorded as sent is not sent again, also when the vendor has long forgotten its key.
 *
 * A failure that can pass is tried again with its step; when that is given up, a second step records it. A vendor that is
 * over its limit failed in nothing: the run sleeps and asks again, for a day, without an attempt used up. A try that was
 * not answered leaves the message unknown until a later one, the vendor, or a person proves what became of it: no other
 * failure does.
 */
export function deliver(
  step: DeliveryStep,
  { steps, ...delivery }: DeliveryOptions,
): Promise<DeliveryOutcome> {
  return inSteps(step, steps, {
    send: () => sendOnce(delivery),
    giveUp: (outcome) => recordUnlessUnknown(delivery, outcome),
  });
}

export interface EachDeliveryOptions extends Pick<DeliveryOptions, "steps" | "deliveries"> {
  /** Chosen in an earlier step, so that a repeat has the same ones in the same order. */
  messages: readonly Pick<DeliveryOptions, "message" | "send">[];
}

/**
 * As {@link deliver}, several messages in one step, one after the other and each by a call of its own. What is decided stays so:
 * only those whose failure can pass are tried again, and one that does not leave keeps the others from nothing.
 * @returns one outcome per message, in their order.
 */
export async function deliverEach(
  step: DeliveryStep<(DeliveryOutcome | null)[]>,
  { steps, deliveries, messages }: EachDeliveryOptions,
): Promise<DeliveryOutcome[]> {
  const outcomes = new Map<Pick<DeliveryOptions, "message">, DeliveryOutcome>();
  const left = () => messages.filter((message) => !outcomes.has(message));
  while (left().length > 0) {
    const tried = left().map((message) => ({ deliveries, ...message }));
    const found = await inSteps(step, steps, {
      send: () => sendEach(tried),
      giveUp: (outcome) => Promise.all(tried.map((delivery) => recordUnlessUnknown(delivery, outcome))),
    });
    for (const [place, message] of left().entries()) {
      const outcome = found[place];
      if (outcome) outcomes.set(message, outcome);
    }
  }
  return messages.map((message) => outcomes.get(message) ?? { status: "unknown" });
}

type SingleDelivery = Omit<DeliveryOptions, "steps">;

async function sendOnce({ send, ...delivery }: SingleDelivery): Promise<DeliveryOutcome> {
  const { deliveries, message } = delivery;
  const earlier = await deliveries.get(message.key);
  if (earlier?.status === "sent") return { status: "sent" };
  try {
    const { messageId } = await send(message.key);
    await deliveries.record({ ...message, status: "sent", messageId });
    return { status: "sent" };
  } catch (error) {
    if (isUnanswered(error)) await record(delivery, unansweredOutcome(error), earlier?.status);
    const { code, ...outcome } = refusalOf(error);
    return { ...(await recordUnlessUnknown(delivery, outcome)), code };
  }
}

/** Null where it is to be tried again. @throws when nothing was decided, so that it counts as a failure of the step. */
async function sendEach(deliveries: readonly SingleDelivery[]): Promise<(DeliveryOutcome | null)[]> {
  const outcomes: (DeliveryOutcome | null)[] = [];
  const errors: unknown[] = [];
  for (const delivery of deliveries) {
    try {
      outcomes.push(await sendOnce(delivery));
    } catch (error) {
      errors.push(error);
      outcomes.push(null);
    }
  }
  if (errors.length === deliveries.length) throw errors.find((error) => !isOverLimit(error)) ?? errors[0];
  return outcomes;
}
