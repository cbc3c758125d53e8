import { reportParcel, startEmulators } from "@org/local-stack";
import { Webhook } from "standardwebhooks";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { webhookReceiver } from "../testing/webhook-receiver.ts";
import { type ParcelNoticesBench, parcelNoticesContract } from "./contract.ts";
import { parcelWebhook } from "./webhook.ts";

export const bench: VendorBench = {
  contract: () => parcelNoticesContract("the delivery partner", start),
  personalData: {
    because: "it asks nobody: it reads what the partner has sent, and its errors quote none of it",
  },
  outage: { because: "it asks nobody: notices come when the partner is back" },
};

/** A request as the partner signs it. */
export function signedRequest(secret: string, body: string, at = new Date()) {
  const id = "msg_1";
  const headers = new Headers({
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
  });
  return { body, headers };
}

async function start(): Promise<ParcelNoticesBench> {
  const requests: { body: string; headers: Headers }[] = [];
  const receiver = await webhookReceiver(({ body, headers }) => void requests.push({ body, headers }));
  const vendors = await startEmulators({ rateLimits: false, parcelWebhookUrl: receiver.url });
  const { statusSecret } = vendors.partners;
  return {
    notices: parcelWebhook({ secret: statusSecret }),
    tell: (told) => reportParcel(vendors.partners, told),
    requests: () => [...requests],
    forged: ({ body }) => signedRequest(`whsec_${btoa("a stranger's secret of its own")}`, body),
    signed: (body, at) => signedRequest(statusSecret, body, at),
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
}
