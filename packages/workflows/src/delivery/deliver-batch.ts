import { createHash } from "node:crypto";
import type { Deliveries } from "@org/stores/deliveries/port";
import { type DeliveryStep, type DeliverySteps, inSteps } from "./in-steps.ts";
import {
  type BatchedOutcome,
  type BatchOutcome,
  type DeliveryOutcome,
  isUnanswered,
  type Message,
  refusalOf,
  toOutcome,
  unansweredOutcome,
} from "./outcome.ts";
import { recordAll, statusesOf, unlessUnknown } from "./record.ts";

export interface BatchDeliveryOptions {
  steps: DeliverySteps;
  deliveries: Pick<Deliveries, "getMany" | "recordMany">;
  /** Of one channel. Chosen in an earlier step: a repeat has to send the same batch under the same key. */
  messages: readonly Message[];
  /** Hands all of them to their port in one call. @returns one outcome per message, in their order. */
  send(key: string): Promise<readonly BatchOutcome[]>;
}

/** As {@link deliver}, many messages in one call: each is recorded for itself, and a failed call is that of each. */
export function deliverBatch(
  step: DeliveryStep<BatchedOutcome[]>,
  { steps, ...batch }: BatchDeliveryOptions,
): Promise<BatchedOutcome[]> {
  return inSteps(step, steps, {
    send: () => sendBatchOnce(batch),
    giveUp: async (outcome) => {
      const earlier = await statusesOf(batch);
      return recordAll(batch, unlessUnknown(batch, alike(batch, outcome), earlier), earlier);
    },
  });
}

/** Of these messages those that are not recorded as sent, each key once. */
export async function unsentOf<Given extends { key: string }>(
  deliveries: Pick<Deliveries, "getMany">,
  messages: readonly Given[],
): Promise<Given[]> {
  const byKey = new Map(messages.map((message) => [message.key, message]));
  const earlier = await deliveries.getMany([...byKey.keys()]);
  for (const { key, status } of earlier) if (status === "sent") byKey.delete(key);
  return [...byKey.values()];
}

type BatchDelivery = Omit<BatchDeliveryOptions, "steps">;

async function sendBatchOnce({ send, ...batch }: BatchDelivery): Promise<BatchedOutcome[]> {
  const { deliveries, messages } = batch;
  // All or none of them: with some left out it would be another batch under the same key.
  if ((await unsentOf(deliveries, messages)).length === 0) return alike(batch, { status: "sent" });
  let outcomes: readonly BatchOutcome[];
  try {
    outcomes = await send(batchKey(messages));
  } catch (error) {
    const earlier = await statusesOf(batch);
    if (isUnanswered(error)) await recordAll(batch, alike(batch, unansweredOutcome(error)), earlier);
    return recordAll(batch, unlessUnknown(batch, alike(batch, refusalOf(error)), earlier), earlier);
  }
  if (outcomes.length !== messages.length)
    throw new Error(
      `A batch of ${messages.length} messages has ${outcomes.length} outcomes. Correct its port.`,
    );
  return recordAll(batch, outcomes.map(toOutcome));
}

/** The batch's own idempotency key: the same for the same messages, whichever run sends them. */
function batchKey(messages: readonly Message[]): string {
  const keys = JSON.stringify(messages.map(({ key }) => key));
  return `batch:${createHash("sha256").update(keys).digest("hex")}`;
}

function alike({ messages }: Pick<BatchDelivery, "messages">, outcome: DeliveryOutcome): DeliveryOutcome[] {
  return messages.map(() => outcome);
}
