import { IntegrationError } from "@org/integrations/error";
import type { Deliveries, Delivery } from "@org/stores/deliveries/port";

/** What a message is, before anybody knows what became of it. */
export type Message = Omit<Delivery, "status" | "messageId" | "reason">;

export interface DeliveryOutcome {
  /** `unknown`: the vendor may have taken the message, so it is not sent again. */
  status: Delivery["status"];
  /** Why it was not sent, without personal data. */
  reason?: string;
  /** The vendor's own code of a refusal, as `noDevice` of the push port. */
  code?: string;
}

export interface DeliveryOptions {
  /** Ids of the step that sends, and of the one that records that it was given up; literals, as all step ids. */
  steps: readonly [send: string, recordFailure: string];
  deliveries: Pick<Deliveries, "get" | "record">;
  message: Message;
  /** Hands the message to its port, under its own key. */
  send(key: string): Promise<{ messageId: string }>;
}

/** What is used of a function's `step`. */
export interface DeliveryStep {
  run(id: string, body: () => Promise<DeliveryOutcome>): Promise<DeliveryOutcome>;
}

/**
 * Sends one message in a step and records what became of it; it does not throw, the workflow decides what an outcome
 * means. A message that is recorded as sent is not sent again, also when the vendor has long forgotten its key.
 *
 * A failure that can pass is tried again with its step; when that is given up, a second step records it.
 */
export async function deliver(
  step: DeliveryStep,
  { steps: [send, recordFailure], ...delivery }: DeliveryOptions,
): Promise<DeliveryOutcome> {
  try {
    return await step.run(send, () => sendOnce(delivery));
  } catch (error) {
    return step.run(recordFailure, () => record(delivery, { status: "failed", reason: reasonOf(error) }));
  }
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
    if (!IntegrationError.isInstance(error) || error.retryable) throw error;
    const status = error.ambiguous ? "unknown" : "failed";
    return { ...(await record(delivery, { status, reason: reasonOf(error) })), code: error.code };
  }
}

async function record(
  { deliveries, message }: Pick<DeliveryOptions, "deliveries" | "message">,
  outcome: DeliveryOutcome,
): Promise<DeliveryOutcome> {
  await deliveries.record({ ...message, ...outcome });
  return outcome;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
