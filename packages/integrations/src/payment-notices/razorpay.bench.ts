import { disputePayment, payAtCheckout, settleRefunds, startEmulators } from "@org/local-stack";
import { razorpayPayments } from "../payments/razorpay.ts";
import type { VendorBench } from "../testing/vendor-bench.ts";
import { webhookReceiver } from "../testing/webhook-receiver.ts";
import { type PaymentNoticesBench, paymentNoticesContract } from "./contract.ts";
import type { PaymentNotice } from "./port.ts";
import { razorpayWebhook } from "./razorpay.ts";

export const bench: VendorBench = {
  contract: () => paymentNoticesContract("Razorpay", start),
  personalData: {
    because: "it asks nobody: it reads what the vendor has sent, and its test holds its errors",
  },
  outage: { because: "it asks nobody: notices come when the vendor is back" },
};

async function start(): Promise<PaymentNoticesBench> {
  const notices: PaymentNotice[] = [];
  const receiver = await webhookReceiver((request) => {
    const notice = webhook.read(request);
    if (notice) notices.push(notice);
  });
  const vendors = await startEmulators({
    rateLimits: false,
    paymentWebhookUrl: receiver.url,
    refundsTake: Number.POSITIVE_INFINITY,
  });
  const { url: baseUrl, keyId, keySecret, webhookSecret } = vendors.razorpay;
  const webhook = razorpayWebhook({ secrets: [webhookSecret] });
  return {
    payments: razorpayPayments({ keyId, keySecret, baseUrl }),
    pay: payAtCheckout,
    decline: (form) => payAtCheckout(form, "failed"),
    settleRefunds: (outcome) => settleRefunds(vendors.razorpay, { outcome }),
    async dispute(paymentId) {
      await disputePayment(vendors.razorpay, paymentId);
    },
    notices: () => [...notices],
    async reset() {
      await vendors.reset();
      notices.length = 0;
    },
    async stop() {
      await vendors.stop();
      await receiver.stop();
    },
  };
}
