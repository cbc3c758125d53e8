import { IntegrationError } from "@org/integrations/error";
import type { Delivery } from "@org/stores/deliveries/port";

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

/** Why nobody gets a message after all: an outcome, not a failure that somebody has to look at. */
export interface NoMessage {
  skipped: string;
}

/** What a vendor said of one message of a batch: its id, if it names one, or that it is not sent. One that nobody is to
 * get any more is skipped, and not recorded. */
export type BatchOutcome = { messageId?: string } | { refused: string; code?: string } | NoMessage;

/** What became of one message of a batch. */
export interface BatchedOutcome extends Omit<DeliveryOutcome, "status"> {
  status: DeliveryOutcome["status"] | "skipped";
}

/** @throws what is tried again. */
export function refusalOf(error: unknown): DeliveryOutcome {
  if (!IntegrationError.isInstance(error) || error.retryable) throw error;
  return { status: error.ambiguous ? "unknown" : "failed", reason: reasonOf(error), code: error.code };
}

/** A vendor that knows the key may be asked again, and may have taken the message by now. */
export function isUnanswered(error: unknown): error is IntegrationError {
  return IntegrationError.isInstance(error) && error.unanswered;
}

export function unansweredOutcome(error: IntegrationError): DeliveryOutcome {
  return { status: "unknown", reason: error.message };
}

export function toOutcome(outcome: BatchOutcome): BatchedOutcome & { messageId?: string } {
  if ("skipped" in outcome) return { status: "skipped", reason: outcome.skipped };
  if ("refused" in outcome) return { status: "failed", reason: outcome.refused, code: outcome.code };
  return { status: "sent", messageId: outcome.messageId };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
