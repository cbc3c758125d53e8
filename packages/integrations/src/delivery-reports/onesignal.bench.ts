import { startEmulators } from "@org/local-stack";
import { oneSignalPush } from "../push/onesignal.ts";
import { pushIdOf } from "../push/port.ts";
import { reportReceiver } from "../testing/report-receiver.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { type DeliveryReportsBench, deliveryReportsContract } from "./contract.ts";
import { oneSignalReports } from "./onesignal.ts";

export const bench: VendorBench = {
  contract: () => deliveryReportsContract("OneSignal", start),
  personalData: {
    because: "it asks nobody: it reads what the vendor has sent, and its errors quote none of it",
  },
  outage: { because: "it asks nobody: reports come when the vendor is back" },
};

async function start(): Promise<DeliveryReportsBench> {
  const receiver = await reportReceiver();
  const pushUsers = [pushIdOf("mohallamart", "user_1")];
  const vendors = await startEmulators({ rateLimits: false, reportsUrl: receiver.url, pushUsers });
  const { url: baseUrl, appId, apiKey, webhookSecret } = vendors.onesignal;
  const push = oneSignalPush({ appId, apiKey, product: "mohallamart", baseUrl });
  const bearer = (secret: string) => new Headers({ authorization: `Bearer ${secret}` });
  let sent = 0;
  return {
    reports: oneSignalReports({ secret: webhookSecret }),
    async send() {
      const { messageId } = await push.send({
        userId: "user_1",
        title: "Hello",
        body: "Hello",
        key: `hello:${sent++}`,
      });
      return messageId;
    },
    requests: receiver.requests,
    forged: (request) => ({ ...request, headers: bearer("a stranger's secret") }),
    signed: (body) => ({ url: receiver.url, body, headers: bearer(webhookSecret) }),
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
}
