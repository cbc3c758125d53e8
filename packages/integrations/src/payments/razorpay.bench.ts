import { disputePayment, payAtCheckout, settleRefunds, startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { token } from "../testing/personal-data.ts";
import type { IndiscreetVendor, VendorBench } from "../testing/vendor-bench.ts";
import type { PaymentsBench } from "./contract/bench.ts";
import { paymentsContract } from "./contract.ts";
import { razorpayPayments } from "./razorpay.ts";

const { name, email, phone } = personal;

const quoting = ({ address: baseUrl, timeout }: IndiscreetVendor) =>
  razorpayPayments({ keyId: "rzp_key", keySecret: token, baseUrl, timeout });

export const bench: VendorBench = {
  contract: () => paymentsContract("Razorpay", startRazorpay),
  personalData: {
    protocol: "http",
    calls: {
      "an order": async (vendor) => quoting(vendor).createOrder({ orderId: email, amount: 10 }),
      "a capture": async (vendor) => quoting(vendor).capture({ paymentId: phone, amount: 10 }),
      "a refund": async (vendor) => quoting(vendor).refund({ paymentId: email, key: name }),
    },
  },
  outage: {
    open({ razorpay }) {
      const payments = razorpayPayments({ ...razorpay, baseUrl: razorpay.url });
      return { ask: (key) => payments.createOrder({ orderId: key, amount: 10 }) };
    },
  },
  check: {
    refused: { RAZORPAY_KEY_SECRET: "unknown" },
    says: "Razorpay does not take RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET",
    address: "RAZORPAY_BASE_URL",
  },
};

async function startRazorpay(): Promise<PaymentsBench> {
  const vendors = await startEmulators({ rateLimits: false, refundsTake: Number.POSITIVE_INFINITY });
  const { url: baseUrl, keyId, keySecret } = vendors.razorpay;
  const options = { keyId, keySecret, baseUrl };
  return {
    payments: razorpayPayments(options),
    impatient: razorpayPayments({ ...options, timeout: 100 }),
    unauthorised: razorpayPayments({ ...options, keySecret: "unknown" }),
    unreachable: razorpayPayments({ ...options, baseUrl: await closedUrl() }),
    pay: payAtCheckout,
    decline: (form) => payAtCheckout(form, "failed"),
    settleRefunds: (outcome) => settleRefunds(vendors.razorpay, { outcome }),
    async dispute(paymentId) {
      await disputePayment(vendors.razorpay, paymentId);
    },
    failNext: (fault) => vendors.failNext("razorpay", fault),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
