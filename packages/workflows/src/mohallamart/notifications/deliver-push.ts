import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import type { InngestFunction } from "inngest";
import type { WorkflowStep } from "../../client.ts";
import { deliverEach } from "../../deliver.ts";
import { requestsAtOnce } from "../../push-batch.ts";
import { unlessReplayed } from "../../replayed-apart.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import { readingOnce } from "./reading-once.ts";
import {
  chooseUnsent,
  messageOf,
  nothingToTell,
  notLeft,
  type SentMessages,
  sentMessages,
  withoutPushVendor,
} from "./requested-messages.ts";
import { linkedPush, type PushRequest, type PushSenderPorts, writePush } from "./send-requested-pushes.ts";

/**
 * Sends the push messages that people wait for, customers and shopkeepers, up to ten that were asked for within a second side
 * by side. It waits for the push vendor in the place of who asks. What goes to many has a sender of its own. That somebody has
 * no device is no failure.
 */
export function deliverPush(ports: PushSenderPorts): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-push",
      triggers: [{ ...notificationPushRequested, if: "event.data.priority != 'bulk'" }],
      batchEvents: { maxSize: requestsAtOnce, timeout: "1s", if: unlessReplayed },
      ...retries(20, "Whoever asked has gone on: these reach over 70 minutes of a vendor's trouble."),
      throttle: sendingShare("deliver-push", ports.limits),
    },
    async ({ event, events, step }) => {
      const received: readonly (typeof event)[] = events;
      const requests = received.map(({ data }) => data);
      const sent = await sendPushes(step, ports, requests);
      // Run again, it sends what is left and nothing twice.
      if (sent.failed > 0) throw notLeft("push messages", sent);
      const { outcomes: _, ...counts } = sent;
      return counts;
    },
  );
}

async function sendPushes(
  step: WorkflowStep,
  ports: PushSenderPorts,
  requests: readonly PushRequest[],
): Promise<SentMessages> {
  const chosen = await chooseUnsent(step, "choose-pushes", ports, requests);
  const shared = readingOnce(ports);
  const sent = await deliverEach(step, {
    steps: ["send-pushes", "record-push-failures"],
    deliveries: ports.deliveries,
    messages: chosen.map((request) => ({
      message: messageOf(request, "push"),
      send: (key) => sendPush(shared, request, key),
    })),
  });
  const outcomes = chosen.flatMap((request, place) => {
    const outcome = sent[place];
    return outcome ? [{ request, outcome }] : [];
  });
  return sentMessages(outcomes, requests.length - chosen.length);
}

async function sendPush(ports: PushSenderPorts, request: PushRequest, key: string) {
  const { push } = ports;
  if (!push) throw withoutPushVendor();
  const written = await writePush(ports, request);
  if ("skipped" in written) throw nothingToTell("push", written.skipped);
  const linked = await linkedPush(ports, request, written);
  return push.send({ userId: request.readerId, ...linked, key });
}
