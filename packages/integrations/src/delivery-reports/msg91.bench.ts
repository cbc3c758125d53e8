import { startEmulators } from "@org/local-stack";
import { msg91Sms } from "../sms/msg91.ts";
import { reportReceiver } from "../testing/report-receiver.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { type DeliveryReportsBench, deliveryReportsContract } from "./contract.ts";
import { msg91Reports } from "./msg91.ts";

export const bench: VendorBench = {
  contract: () => deliveryReportsContract("MSG91", start),
  personalData: {
    because: "it asks nobody: it reads what the vendor has sent, and its errors quote none of it",
  },
  outage: { because: "it asks nobody: reports come when the vendor is back" },
};

async function start(): Promise<DeliveryReportsBench> {
  const receiver = await reportReceiver();
  const vendors = await startEmulators({ rateLimits: false, reportsUrl: receiver.url });
  const { url: baseUrl, authKey, templates, webhookSecret } = vendors.msg91;
  const sms = msg91Sms({ authKey, templates, baseUrl });
  let sent = 0;
  return {
    reports: msg91Reports({ secret: webhookSecret }),
    async send() {
      const key = `hello:${sent++}`;
      const template = { name: "text", values: { text: "Hello" } };
      const { messageId = "" } = await sms.send({ to: "+919800000001", body: "Hello", template, key });
      return messageId;
    },
    requests: receiver.requests,
    forged: (request) => ({
      ...request,
      url: request.url.replace(webhookSecret, "a-strangers-secret-12345"),
    }),
    signed: (body) => ({ url: `${receiver.url}?secret=${webhookSecret}`, body, headers: new Headers() }),
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
}
