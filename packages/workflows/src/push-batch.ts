import { noDevice, type Push, type PushSender } from "@org/integrations/push/port";
import type { Deliveries } from "@org/stores/deliveries/port";
import type { WorkflowStep } from "./client.ts";
import { type BatchedOutcome, type BatchOutcome, deliverBatch, type Message } from "./deliver.ts";

/** What a phone shows, and what opens on a tap. */
export type PushWords = Pick<Push, "title" | "body" | "url">;

export interface PushGroup {
  push: Pick<PushSender, "sendMany">;
  deliveries: Pick<Deliveries, "getMany" | "recordMany">;
  /** Of a run's groups which one, as a part of step ids. */
  number: number;
  words(): PushWords | Promise<PushWords>;
  /** Chosen in an earlier step, as every batch is. */
  readers: readonly { userId: string; message: Message }[];
}

/** Requests that a run makes before it waits for a second: its share of the vendors' limits counts on it. */
export const requestsAtOnce = 10;

/** Sends the same words to everybody of a group in one call. That somebody has no device is no failure. */
export function sendPushGroup(
  step: WorkflowStep,
  { push, deliveries, number, words, readers }: PushGroup,
): Promise<BatchedOutcome[]> {
  const userIds = readers.map(({ userId }) => userId);
  return deliverBatch(step, {
    steps: [`send-push:${number}`, `record-push-failure:${number}`],
    deliveries,
    messages: readers.map(({ message }) => message),
    send: async (key): Promise<BatchOutcome[]> => {
      const sent = await push.sendMany({ userIds, ...(await words()), key });
      const withoutDevice = new Set(sent.withoutDevice);
      return userIds.map((userId) =>
        sent.messageId === undefined || withoutDevice.has(userId)
          ? { refused: "The reader has no device.", code: noDevice }
          : { messageId: sent.messageId },
      );
    },
  });
}

/** Those of a list that say the same, by their places; each list is one call. */
export function sameWords(all: readonly { place: number; words: PushWords }[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const { place, words } of all) {
    const said = JSON.stringify(words);
    groups.set(said, [...(groups.get(said) ?? []), place]);
  }
  return [...groups.values()];
}
