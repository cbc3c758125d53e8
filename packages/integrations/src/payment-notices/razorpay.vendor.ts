import * as z from "zod";
import { account } from "../payments/razorpay.vendor.ts";
import { defineVendor } from "../vendor.ts";

// With the account, for without the webhook a customer who pays and closes the browser would have paid for nothing.
export const razorpay = defineVendor({
  name: "Razorpay's webhook",
  about:
    "Razorpay's webhook to https://<web app>/api/webhooks/razorpay, with the events payment.authorized, payment.captured, payment.failed, refund.created, refund.processed, refund.failed and payment.dispute.*.",
  variables: {
    ...account,
    RAZORPAY_WEBHOOK_SECRET: z
      .string()
      .regex(/^\S.*\S$/, "what was typed at Razorpay, without spaces around it"),
  },
  load: () => import("./razorpay.ts"),
  create: ({ razorpayWebhook }, values, _context: object) =>
    razorpayWebhook({ secrets: [values.RAZORPAY_WEBHOOK_SECRET] }),
  check: { because: "Razorpay is who calls; its first call shows it" },
});
