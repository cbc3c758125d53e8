import { messageInDoubt } from "@org/events/operations/message-in-doubt";
import type { Deliveries, Delivery, RecordOptions } from "@org/stores/deliveries/port";
import { currentRun } from "../sending-run.ts";
import type { BatchedOutcome, DeliveryOutcome, Message } from "./outcome.ts";

/** A message, and where it is kept what became of it. */
interface Recorded {
  deliveries: Pick<Deliveries, "get" | "record">;
  message: Message;
}

interface RecordedBatch {
  deliveries: Pick<Deliveries, "getMany" | "recordMany">;
  messages: readonly Message[];
}

/** By key, of what was recorded before. */
type Statuses = ReadonlyMap<string, Delivery["status"] | undefined>;

export async function record(
  { deliveries, message }: Recorded,
  outcome: DeliveryOutcome,
  earlier: Delivery["status"] | undefined,
): Promise<DeliveryOutcome> {
  const made = { ...message, ...outcome };
  await deliveries.record(made, doubtOf([made], new Map([[message.key, earlier]])));
  return outcome;
}

/**
 * What may have left before is not known to have failed. Of a text message the send ledger knows: where it lets one be
 * tried again, nothing left before.
 */
export async function recordUnlessUnknown(
  delivery: Recorded,
  outcome: DeliveryOutcome,
): Promise<DeliveryOutcome> {
  const { key, channel } = delivery.message;
  const earlier = (await delivery.deliveries.get(key))?.status;
  if (earlier === "sent") return { status: "sent" };
  const isInDoubt = earlier === "unknown" && channel !== "sms";
  return record(delivery, isInDoubt ? { ...outcome, status: "unknown" } : outcome, earlier);
}

export async function statusesOf({ deliveries, messages }: RecordedBatch): Promise<Statuses> {
  const found = await deliveries.getMany(messages.map(({ key }) => key));
  return new Map(found.map(({ key, status }) => [key, status]));
}

export function unlessUnknown(
  { messages }: Pick<RecordedBatch, "messages">,
  outcomes: readonly DeliveryOutcome[],
  earlier: Statuses,
): DeliveryOutcome[] {
  return messages.map(({ key }, place) => {
    const outcome = outcomes[place] ?? { status: "unknown" };
    const status = earlier.get(key);
    if (status === "sent") return { status };
    return status === "unknown" ? { ...outcome, status } : outcome;
  });
}

export async function recordAll(
  { deliveries, messages }: RecordedBatch,
  outcomes: readonly (BatchedOutcome & { messageId?: string })[],
  earlier: Statuses = new Map(),
): Promise<BatchedOutcome[]> {
  const made = messages.flatMap((message, place) => {
    const { code: _, status, ...outcome } = outcomes[place] ?? { status: "unknown" };
    return status === "skipped" ? [] : [{ ...message, ...outcome, status }];
  });
  await deliveries.recordMany(made, doubtOf(made, earlier));
  return outcomes.map(({ messageId: _, ...outcome }) => outcome);
}

/** What is unknown needs its run, to be sent again by, and somebody who hears of it: of each doubt once. */
function doubtOf(made: readonly Delivery[], earlier: Statuses): RecordOptions | undefined {
  const unknown = made.filter(({ status }) => status === "unknown");
  if (unknown.length === 0) return undefined;
  const begun = unknown.filter(({ key }) => earlier.get(key) !== "unknown");
  return { run: currentRun(), emit: begun.map(({ key }) => messageInDoubt.create({ key })) };
}
