import { startEmulators } from "@org/local-stack";
import { Webhook } from "standardwebhooks";
import { resendEmail } from "../email/resend.ts";
import { reportReceiver } from "../testing/report-receiver.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { type DeliveryReportsBench, deliveryReportsContract } from "./contract.ts";
import { resendReports } from "./resend.ts";

export const bench: VendorBench = {
  contract: () => deliveryReportsContract("Resend", start),
  personalData: {
    because: "it asks nobody: it reads what the vendor has sent, and its errors quote none of it",
  },
  outage: { because: "it asks nobody: reports come when the vendor is back" },
};

/** Headers as svix writes them. */
export function svixHeaders(secret: string, body: string, now = new Date()): Headers {
  const signature = new Webhook(secret).sign("msg_1", now, body);
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  return new Headers({ "svix-id": "msg_1", "svix-timestamp": timestamp, "svix-signature": signature });
}

async function start(): Promise<DeliveryReportsBench> {
  const receiver = await reportReceiver();
  const vendors = await startEmulators({ rateLimits: false, reportsUrl: receiver.url });
  const { url: baseUrl, apiKey, webhookSecret } = vendors.resend;
  const email = resendEmail({ apiKey, baseUrl, from: "MohallaMart <orders@mohallamart.example>" });
  let sent = 0;
  return {
    reports: resendReports({ secret: webhookSecret }),
    async send() {
      const key = `hello:${sent++}`;
      const { messageId = "" } = await email.send({
        to: "asha@example.com",
        subject: "Hello",
        html: "<p>Hello</p>",
        text: "Hello",
        key,
      });
      return messageId;
    },
    requests: receiver.requests,
    forged: ({ body, ...request }) => ({
      ...request,
      body,
      headers: svixHeaders(`whsec_${Buffer.from("a stranger's secret").toString("base64")}`, body),
    }),
    signed: (body) => ({ url: receiver.url, body, headers: svixHeaders(webhookSecret, body) }),
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
}
