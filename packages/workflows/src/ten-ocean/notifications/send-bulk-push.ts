import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { noDevice } from "@org/integrations/push/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { type BatchedOutcome, unsentOf } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
import { requestsAtOnce, sameWords, sendPushGroup } from "../../push-batch.ts";
import { unlessReplayed } from "../../replayed-apart.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { type PushRequest, pushContent, pushMessageOf, withoutVendor } from "./push-message.ts";

type Ports = Uses<{
  inngest: true;
  members: "list";
  push: true;
  deliveries: "getMany" | "recordMany";
  portalUrl: true;
  limits: true;
}>;

/**
 * Sends push messages that go to many: those with the same words in one call for all devices. That somebody has no
 * device is no failure.
 */
export function sendBulkPush(ports: Ports): InngestFunction.Any {
  const { inngest, push, deliveries, portalUrl } = ports;
  return inngest.createFunction(
    {
      id: "send-bulk-push",
      triggers: [{ ...notificationPushSend, if: "event.data.priority == 'bulk'" }],
      // Of one occasion the words are the same, so that a batch is one call.
      batchEvents: { maxSize: 100, timeout: "2s", key: "event.data.notificationId", if: unlessReplayed },
      retries: defaultRetries,
      throttle: sendingShare("send-bulk-push", ports.limits),
    },
    async ({ event, events, step }) => {
      if (!push) return withoutVendor;
      const received: readonly (typeof event)[] = events;
      const requests = received.map((one): PushRequest => ({ eventId: eventId(one), data: one.data }));
      const groups: number[][] = await step.run("group-by-words", () => groupByWords(ports, requests));
      const outcomes: BatchedOutcome[] = [];
      for (const [number, places] of groups.entries()) {
        const group = places.flatMap((place) => requests[place] ?? []);
        const [first] = group;
        if (!first) continue;
        if (number > 0 && number % requestsAtOnce === 0) await step.sleep(`pace-push:${number}`, "1s");
        const words = () => pushContent(first, portalUrl);
        const readers = group.map((request) => ({
          userId: request.data.userId,
          message: pushMessageOf(request, "send-bulk-push"),
        }));
        outcomes.push(...(await sendPushGroup(step, { push, deliveries, number, words, readers })));
      }
      return countsOf(outcomes);
    },
  );
}

/** Of the members that exist and do not have it: the places of their events, a list for each wording. */
async function groupByWords(
  { members, deliveries, portalUrl }: Ports,
  requests: readonly PushRequest[],
): Promise<number[][]> {
  const known = new Set(
    (await members.list(requests.map(({ data }) => data.userId))).map(({ userId }) => userId),
  );
  const candidates = requests.flatMap((request, place) =>
    known.has(request.data.userId) ? [{ key: pushMessageOf(request, "").key, place, request }] : [],
  );
  const unsent = await unsentOf(deliveries, candidates);
  return sameWords(unsent.map(({ place, request }) => ({ place, words: pushContent(request, portalUrl) })));
}

/** @throws NonRetriableError when nothing left although somebody has a device. */
function countsOf(outcomes: readonly BatchedOutcome[]) {
  const isFailed = ({ status, code }: BatchedOutcome) => status === "failed" && code !== noDevice;
  const failed = outcomes.filter(isFailed);
  const sent = outcomes.filter(({ status }) => status === "sent").length;
  if (failed.length > 0 && failed.length === outcomes.length)
    throw new NonRetriableError(`None of ${outcomes.length} push messages left. ${failed[0]?.reason}`);
  const unreached = outcomes.filter(({ code }) => code === noDevice).length;
  return { sent, failed: failed.length, withoutDevice: unreached };
}
