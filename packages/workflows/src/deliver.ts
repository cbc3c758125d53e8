import { createHash } from "node:crypto";
import { messageInDoubt } from "@org/events/operations/message-in-doubt";
import { IntegrationError } from "@org/integrations/error";
import type { Deliveries, Delivery, RecordOptions } from "@org/stores/deliveries/port";
import { isOverLimit, waitAfter } from "./retry-policy.ts";
import { currentRun } from "./sending-run.ts";

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

/** Ids of the step that sends, and of the one that records that it was given up; literals, as all step ids. */
type DeliverySteps = readonly [send: string, recordFailure: string];

export interface DeliveryOptions {
  steps: DeliverySteps;
  deliveries: Pick<Deliveries, "get" | "record">;
  message: Message;
  /** Hands the message to its port, under its own key. */
  send(key: string): Promise<{ messageId?: string }>;
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

export interface BatchDeliveryOptions {
  steps: DeliverySteps;
  deliveries: Pick<Deliveries, "getMany" | "recordMany">;
  /** Of one channel. Chosen in an earlier step: a repeat has to send the same batch under the same key. */
  messages: readonly Message[];
  /** Hands all of them to their port in one call. @returns one outcome per message, in their order. */
  send(key: string): Promise<readonly BatchOutcome[]>;
}

/** What is used of a function's `step`. */
export interface DeliveryStep<Outcome = DeliveryOutcome> {
  run(id: string, body: () => Promise<Outcome | AskAgain>): Promise<Outcome | AskAgain>;
  sleep(id: string, milliseconds: number): Promise<void>;
}

/** A vendor took nothing because too much was asked of it in a while, and is asked again after so many milliseconds. */
interface AskAgain {
  askAgainAfter: number;
}

/** A day of them, at five minutes each. */
const mostWaits = 290;

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

interface Attempt<Outcome> {
  send(): Promise<Outcome>;
  giveUp(outcome: DeliveryOutcome): Promise<Outcome>;
}

async function inSteps<Outcome>(
  step: DeliveryStep<Outcome>,
  [send, recordFailure]: DeliverySteps,
  attempt: Attempt<Outcome>,
): Promise<Outcome> {
  const overLimit = `${send}:over-limit`;
  try {
    for (let waits = 0; waits < mostWaits; waits += 1) {
      const outcome = await step.run(send, () => unlessOverLimit(attempt.send, waits));
      if (!isToAskAgain(outcome)) return outcome;
      await step.sleep(overLimit, outcome.askAgainAfter);
    }
    return asGiven(await step.run(send, attempt.send));
  } catch (error) {
    const giveUp = () => attempt.giveUp({ status: "failed", reason: reasonOf(error) });
    return asGiven(await step.run(recordFailure, giveUp));
  }
}

async function unlessOverLimit<Outcome>(
  send: () => Promise<Outcome>,
  waits: number,
): Promise<Outcome | AskAgain> {
  try {
    return await send();
  } catch (error) {
    if (!isOverLimit(error)) throw error;
    return { askAgainAfter: waitAfter(error, waits, currentRun()?.runId ?? "") };
  }
}

function isToAskAgain<Outcome>(outcome: Outcome | AskAgain): outcome is AskAgain {
  return typeof outcome === "object" && outcome !== null && "askAgainAfter" in outcome;
}

/** Guarantee: the body was not one that asks again. */
function asGiven<Outcome>(outcome: Outcome | AskAgain): Outcome {
  return outcome as Outcome;
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

/** @throws what is tried again. */
function refusalOf(error: unknown): DeliveryOutcome {
  if (!IntegrationError.isInstance(error) || error.retryable) throw error;
  return { status: error.ambiguous ? "unknown" : "failed", reason: reasonOf(error), code: error.code };
}

/** A vendor that knows the key may be asked again, and may have taken the message by now. */
function isUnanswered(error: unknown): error is IntegrationError {
  return IntegrationError.isInstance(error) && error.unanswered;
}

function unansweredOutcome(error: IntegrationError): DeliveryOutcome {
  return { status: "unknown", reason: error.message };
}

function toOutcome(outcome: BatchOutcome): BatchedOutcome & { messageId?: string } {
  if ("skipped" in outcome) return { status: "skipped", reason: outcome.skipped };
  if ("refused" in outcome) return { status: "failed", reason: outcome.refused, code: outcome.code };
  return { status: "sent", messageId: outcome.messageId };
}

function alike({ messages }: Pick<BatchDelivery, "messages">, outcome: DeliveryOutcome): DeliveryOutcome[] {
  return messages.map(() => outcome);
}

/** By key, of what was recorded before. */
type Statuses = ReadonlyMap<string, Delivery["status"] | undefined>;

async function record(
  { deliveries, message }: Pick<DeliveryOptions, "deliveries" | "message">,
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
async function recordUnlessUnknown(
  delivery: Pick<DeliveryOptions, "deliveries" | "message">,
  outcome: DeliveryOutcome,
): Promise<DeliveryOutcome> {
  const { key, channel } = delivery.message;
  const earlier = (await delivery.deliveries.get(key))?.status;
  if (earlier === "sent") return { status: "sent" };
  const isInDoubt = earlier === "unknown" && channel !== "sms";
  return record(delivery, isInDoubt ? { ...outcome, status: "unknown" } : outcome, earlier);
}

async function statusesOf({
  deliveries,
  messages,
}: Pick<BatchDelivery, "deliveries" | "messages">): Promise<Statuses> {
  const found = await deliveries.getMany(messages.map(({ key }) => key));
  return new Map(found.map(({ key, status }) => [key, status]));
}

function unlessUnknown(
  { messages }: Pick<BatchDelivery, "messages">,
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

async function recordAll(
  { deliveries, messages }: Pick<BatchDelivery, "deliveries" | "messages">,
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

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
