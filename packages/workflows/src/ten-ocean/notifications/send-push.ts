import { notificationPushSend } from "@org/events/ten-ocean/notification-push-send";
import { noDevice } from "@org/integrations/push/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver } from "../../deliver.ts";
import { eventId } from "../../event-id.ts";
import { defaultRetries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import { pushContent, pushMessageOf, withoutVendor } from "./push-message.ts";

type Ports = Uses<{
  inngest: true;
  members: "list";
  push: true;
  deliveries: "get" | "record";
  portalUrl: true;
  limits: true;
}>;

/** Sends a push message that one member waits for. That somebody has no device is no failure. */
export function sendPush(ports: Ports): InngestFunction.Any {
  const { inngest, push, members, deliveries, portalUrl } = ports;
  return inngest.createFunction(
    {
      id: "send-push",
      triggers: [{ ...notificationPushSend, if: "event.data.priority != 'bulk'" }],
      retries: defaultRetries,
      throttle: sendingShare("send-push", ports.limits),
    },
    async ({ event, step }) => {
      const { userId } = event.data;
      if (!push) return withoutVendor;
      const isMember = await step.run("find-member", async () => (await members.list([userId])).length > 0);
      if (!isMember) return { skipped: "unknown" };
      const request = { eventId: eventId(event), data: event.data };
      const { status, reason, code } = await deliver(step, {
        steps: ["send-push", "record-push-failure"],
        deliveries,
        message: pushMessageOf(request, "send-push"),
        send: (key) => push.send({ userId, ...pushContent(request, portalUrl), key }),
      });
      if (status === "failed" && code !== noDevice) {
        throw new NonRetriableError(`The push message to ${userId} did not leave. ${reason}`);
      }
      return { status, code };
    },
  );
}
