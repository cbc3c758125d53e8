import type { Email, EmailSender } from "@org/integrations/email/port";
import { IntegrationError } from "@org/integrations/error";
import type { Deliveries } from "@org/stores/deliveries/port";
import type { WorkflowStep } from "./client.ts";
import {
  type BatchedOutcome,
  type BatchOutcome,
  deliverBatch,
  type Message,
  type NoMessage,
} from "./deliver.ts";

/** An email in words, to its reader. */
export type WrittenEmail = Omit<Email, "key">;

interface EmailOfBatch {
  message: Message;
  /** Puts it into words: the same words each time. */
  write(): Promise<WrittenEmail | NoMessage>;
}

export interface EmailBatch {
  email: Pick<EmailSender, "sendBatch">;
  deliveries: Pick<Deliveries, "getMany" | "recordMany">;
  /** At most a hundred. Chosen in an earlier step: a repeat has to send the same batch under the same key. */
  emails: readonly EmailOfBatch[];
}

/**
 * Writes and sends emails in one call, and records each for itself. One that cannot be written, or that the vendor
 * refuses, keeps the others from nothing; only what can pass is tried again, with all of them.
 */
export function sendEmailBatch(
  step: WorkflowStep,
  { email, deliveries, emails }: EmailBatch,
): Promise<BatchedOutcome[]> {
  return deliverBatch(step, {
    steps: ["send-batch", "record-batch-failure"],
    deliveries,
    messages: emails.map(({ message }) => message),
    send: async (key): Promise<BatchOutcome[]> => {
      const all = await Promise.all(emails.map(writtenOrWhyNot));
      const written = all.filter((one) => "to" in one);
      const outcomes = (written.length > 0 ? await email.sendBatch(written, key) : []).values();
      return all.map((one) => ("to" in one ? (outcomes.next().value ?? {}) : one));
    },
  });
}

async function writtenOrWhyNot({
  write,
}: Pick<EmailOfBatch, "write">): Promise<WrittenEmail | NoMessage | { refused: string }> {
  try {
    return await write();
  } catch (error) {
    if (IntegrationError.isInstance(error) && error.retryable) throw error;
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

export type EmailCounts = Record<"sent" | "unknown" | "failed" | "skipped", number>;

/** How many of the emails had which outcome. */
export function countsOf(outcomes: readonly BatchedOutcome[]): EmailCounts {
  const count = (wanted: BatchedOutcome["status"]) =>
    outcomes.filter(({ status }) => status === wanted).length;
  return {
    sent: count("sent"),
    unknown: count("unknown"),
    failed: count("failed"),
    skipped: count("skipped"),
  };
}
