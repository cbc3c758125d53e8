import { startEmulators } from "@org/local-stack";
import twilio from "twilio";
import { twilioSms } from "../sms/twilio.ts";
import { reportReceiver } from "../testing/report-receiver.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { type DeliveryReportsBench, deliveryReportsContract, type ReportRequest } from "./contract.ts";
import { twilioReports } from "./twilio.ts";

export const bench: VendorBench = {
  contract: () => deliveryReportsContract("Twilio", start),
  personalData: {
    because: "it asks nobody: it reads what the vendor has sent, and its errors quote none of it",
  },
  outage: { because: "it asks nobody: reports come when the vendor is back" },
};

/** A callback as Twilio signs it. */
export function twilioCallback(authToken: string, url: string, body: string): ReportRequest {
  const parameters = Object.fromEntries(new URLSearchParams(body));
  const signature = twilio.getExpectedTwilioSignature(authToken, url, parameters);
  return { url, body, headers: new Headers({ "x-twilio-signature": signature }) };
}

async function start(): Promise<DeliveryReportsBench> {
  const receiver = await reportReceiver();
  const vendors = await startEmulators({ rateLimits: false });
  const { url: baseUrl, accountSid, authToken, from } = vendors.twilio;
  const sms = twilioSms({ accountSid, authToken, from, baseUrl, statusCallback: receiver.url });
  return {
    reports: twilioReports({ authToken }),
    async send() {
      const { messageId = "" } = await sms.send({ to: "+919800000001", body: "Hello", key: "hello" });
      return messageId;
    },
    requests: receiver.requests,
    forged: ({ url, body }) => twilioCallback("a stranger's token", url, body),
    signed: (body) => twilioCallback(authToken, receiver.url, body),
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
}
