import { NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type BatchedOutcome, deliver, type Message, unsentOf } from "../../deliver.ts";
import { requestsAtOnce, sameWords, sendPushGroup } from "../../push-batch.ts";
import { settleAll } from "../../settle-all.ts";
import type { Uses } from "../ports.ts";
import { type BulkRequest, type PreparePorts, type Reader, requestAt } from "./bulk-readers.ts";
import { notificationTypeOf } from "./notification-types.ts";
import { renderNotification } from "./render-notification.ts";
import { sendOver } from "./send-over.ts";
import { type LinkPorts, withLinks } from "./with-links.ts";

export type BulkPorts = PreparePorts &
  Uses<{
    push: true;
    sms: "send";
    deliveries: "get" | "getMany" | "record" | "recordMany";
  }> &
  LinkPorts;

/** Pushes to the readers' devices, the same words in one call; who has the message already is left out. */
export async function pushAll(
  step: WorkflowStep,
  ports: BulkPorts,
  requests: readonly BulkRequest[],
  readers: readonly Reader[],
): Promise<BatchedOutcome[]> {
  const { push, deliveries } = ports;
  if (!push || readers.length === 0) return [];
  const groups: number[][] = await step.run("group-by-words", async () => {
    const keyed = readers.map((reader, place) => ({
      key: messageTo(requests, reader, "push").key,
      place,
      reader,
    }));
    const unsent = await unsentOf(deliveries, keyed);
    return sameWords(unsent.map(({ place, reader }) => ({ place, words: reader.words })));
  });
  const outcomes: BatchedOutcome[] = [];
  for (const [number, places] of groups.entries()) {
    if (number > 0 && number % requestsAtOnce === 0) await step.sleep(`pace-push:${number}`, "1s");
    const group = places.flatMap((place) => readers[place] ?? []);
    const [first] = group;
    if (!first) continue;
    const sent = await sendPushGroup(step, {
      push,
      deliveries,
      number,
      // The same words to all of them, so no link in them is one reader's own.
      words: () => withLinks(ports, { about: first.subject, userId: undefined }, first.words),
      readers: group.map((reader) => ({
        userId: requestAt(requests, reader.place).event.userId,
        message: messageTo(requests, reader, "push"),
      })),
    });
    outcomes.push(...sent);
  }
  return outcomes;
}

/** Texts each reader; a phone number is in no step's result. */
export async function textAll(
  step: WorkflowStep,
  ports: BulkPorts,
  requests: readonly BulkRequest[],
  readers: readonly Reader[],
): Promise<BatchedOutcome[]> {
  const outcomes: BatchedOutcome[] = [];
  for (let first = 0; first < readers.length; first += requestsAtOnce) {
    if (first > 0) await step.sleep(`pace-sms:${first}`, "1s");
    const texts = readers.slice(first, first + requestsAtOnce).map((reader) =>
      deliver(step, {
        steps: [`send-sms:${reader.place}`, `record-sms-failure:${reader.place}`],
        deliveries: ports.deliveries,
        message: messageTo(requests, reader, "sms"),
        send: (key) => textTo(ports, requestAt(requests, reader.place), key),
      }),
    );
    outcomes.push(...(await settleAll(texts)));
  }
  return outcomes;
}

async function textTo(
  ports: BulkPorts,
  { event: { userId, type, data } }: BulkRequest,
  key: string,
): Promise<{ messageId?: string }> {
  const user = await ports.users.get(userId);
  const content = user && (await renderNotification(notificationTypeOf(type), { user, data, ports }));
  if (!content) throw new NonRetriableError("There is nobody, or nothing, to tell any more.");
  const linked = await withLinks(ports, { about: content.subject, userId }, content);
  return sendOver.sms({ ports, userId, contact: content.contact, content: linked, key });
}

function messageTo(
  requests: readonly BulkRequest[],
  { place, subject }: Reader,
  channel: "push" | "sms",
): Message {
  return {
    key: `notification:${requestAt(requests, place).notificationId}:${channel}`,
    subject,
    workflow: "send-notification",
    recipient: "customer",
    channel,
  };
}
