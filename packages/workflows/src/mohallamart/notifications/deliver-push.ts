import type { EventData } from "@org/events";
import { notificationPushRequested } from "@org/events/mohallamart/notification-push-requested";
import { IntegrationError } from "@org/integrations/error";
import { noDevice } from "@org/integrations/push/port";
import { type InngestFunction, NonRetriableError } from "inngest";
import { deliver, type Message } from "../../deliver.ts";
import { retries } from "../../retry-policy.ts";
import { sendingShare } from "../../vendor-limits.ts";
import type { Uses } from "../ports.ts";
import type { PushPorts } from "./push-template.ts";
import { pushTemplateOf } from "./push-templates.ts";

type Ports = Uses<{ inngest: true; push: "send"; deliveries: "get" | "record"; limits: true }> & PushPorts;

/**
 * Sends the push messages that workflows ask for. It waits for the push vendor in their place: no run of an order, of stock
 * or of money does. That somebody has no device is no failure.
 */
export function deliverPush(ports: Ports): InngestFunction.Any {
  return ports.inngest.createFunction(
    {
      id: "deliver-push",
      triggers: [notificationPushRequested],
      ...retries(20, "Whoever asked has gone on: these reach over 70 minutes of a vendor's trouble."),
      throttle: sendingShare("deliver-push", ports.limits),
    },
    async ({ event, step }) => {
      const request: Request = event.data;
      const { push } = ports;
      if (!push) return { skipped: "No push vendor is configured, so nobody has a device." };
      const { status, reason, code } = await deliver(step, {
        steps: ["send-push", "record-push-failure"],
        deliveries: ports.deliveries,
        message: messageOf(request),
        send: async (key) => {
          const written = await pushTemplateOf(request.template).write({ ...request, ports });
          if ("skipped" in written) throw nothingToTell(written.skipped);
          return push.send({ userId: request.readerId, ...written, key });
        },
      });
      if (status === "failed" && code !== noDevice && code !== noNews) {
        throw new NonRetriableError(
          `The push message ${request.template} about ${request.about} did not leave. ${reason}`,
        );
      }
      return { status, code };
    },
  );
}

type Request = EventData<typeof notificationPushRequested>;

/** Under the name of the workflow that asked for it. */
function messageOf({ key, about, askedBy, recipient }: Request): Message {
  return { key, subject: about, workflow: askedBy, recipient, channel: "push" };
}

const noNews = "no_news";

/** Recorded as not sent, with why: its reader had been promised nothing. */
function nothingToTell(why: string): IntegrationError {
  return new IntegrationError(why, { port: "push", vendor: "none", kind: "final", code: noNews });
}
