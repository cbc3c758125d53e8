import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { noDevice, type PushSender } from "@org/integrations/push/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { type BatchOutcome, type DeliveryOutcome, deliverBatch, unsentOf } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
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
  const { inngest, push } = ports;
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
      const outcomes: DeliveryOutcome[] = [];
      for (const [number, places] of groups.entries()) {
        const group = places.flatMap((place) => requests[place] ?? []);
        outcomes.push(...(await sendGroup(step, { ports, push, group, number })));
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
  const groups = new Map<string, number[]>();
  for (const { place, request } of await unsentOf(deliveries, candidates)) {
    const words = JSON.stringify(pushContent(request, portalUrl));
    groups.set(words, [...(groups.get(words) ?? []), place]);
  }
  return [...groups.values()];
}

interface Group {
  ports: Ports;
  push: PushSender;
  group: readonly PushRequest[];
  number: number;
}

function sendGroup(
  step: WorkflowStep,
  { ports: { deliveries, portalUrl }, push, group, number }: Group,
): Promise<DeliveryOutcome[]> {
  const userIds = group.map(({ data }) => data.userId);
  return deliverBatch(step, {
    steps: [`send-push:${number}`, `record-push-failure:${number}`],
    deliveries,
    messages: group.map((request) => pushMessageOf(request, "send-bulk-push")),
    send: async (key): Promise<BatchOutcome[]> => {
      const [first] = group;
      if (!first) return [];
      const sent = await push.sendMany({ userIds, ...pushContent(first, portalUrl), key });
      const withoutDevice = new Set(sent.withoutDevice);
      return userIds.map((userId) =>
        sent.messageId === undefined || withoutDevice.has(userId)
          ? { refused: "The member has no device.", code: noDevice }
          : { messageId: sent.messageId },
      );
    },
  });
}

/** @throws NonRetriableError when nothing left although somebody has a device. */
function countsOf(outcomes: readonly DeliveryOutcome[]) {
  const isFailed = ({ status, code }: DeliveryOutcome) => status === "failed" && code !== noDevice;
  const failed = outcomes.filter(isFailed);
  const sent = outcomes.filter(({ status }) => status === "sent").length;
  if (failed.length > 0 && failed.length === outcomes.length)
    throw new NonRetriableError(`None of ${outcomes.length} push messages left. ${failed[0]?.reason}`);
  const unreached = outcomes.filter(({ code }) => code === noDevice).length;
  return { sent, failed: failed.length, withoutDevice: unreached };
}
