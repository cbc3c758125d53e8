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

/**
 * Sends one message and records what became of it; the body of a step.
 *
 * A failure that can pass is thrown, so that the step is tried again. One that cannot is an outcome, not an error:
 * it is recorded and returned, and the workflow decides what it means. A message that is recorded as sent is not sent
 * again, also when the vendor has long forgotten its key.
 */
export async function deliver(
  deliveries: Deliveries,
  message: Message,
  send: () => Promise<{ messageId: string }>,
): Promise<DeliveryOutcome> {
  const earlier = await deliveries.get(message.key);
  if (earlier?.status === "sent") return { status: "sent" };
  try {
    const { messageId } = await send();
    await deliveries.record({ ...message, status: "sent", messageId });
    return { status: "sent" };
  } catch (error) {
    if (!(error instanceof IntegrationError) || error.retryable) throw error;
    const status = error.ambiguous ? "unknown" : "failed";
    return { ...(await recordFailure(deliveries, message, error, status)), code: error.code };
  }
}

/** Records a message that could not be sent within its step's retries; the body of the step that follows. */
export async function recordFailure(
  deliveries: Deliveries,
  message: Message,
  error: unknown,
  status: "failed" | "unknown" = "failed",
): Promise<DeliveryOutcome> {
  const reason = error instanceof Error ? error.message : String(error);
  await deliveries.record({ ...message, status, reason });
  return { status, reason };
}
