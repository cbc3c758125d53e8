import type { Capability } from "../capability.ts";
import type { PaymentNotices } from "./port.ts";
import * as vendors from "./registry.ts";

export const paymentNotices = {
  name: "payment-notices",
  about:
    "What a payment vendor tells by itself, web. Required with payments: customers who pay and close their browser depend on it.",
  required: false,
  vendors,
} satisfies Capability<PaymentNotices, object>;
