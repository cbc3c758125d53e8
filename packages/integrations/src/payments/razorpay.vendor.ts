import * as z from "zod";
import { askWhetherTaken, basic } from "../internal/http/question.ts";
import { baseUrlOf, key } from "../internal/schemas.ts";
import { type CallOptions, defineVendor } from "../vendor.ts";

/** What both ports need to be told of the account. */
export const account = {
  RAZORPAY_KEY_ID: z
    .string()
    .regex(/^rzp_(test|live)_[A-Za-z0-9]+$/, "rzp_live_ or rzp_test_ with letters and digits"),
  RAZORPAY_KEY_SECRET: key,
};

export const razorpay = defineVendor({
  name: "Razorpay",
  about:
    "Payments through Razorpay, whose account captures by hand (Payment Capture: Manual): the worker takes the money of an order that was placed.",
  variables: { ...account, RAZORPAY_BASE_URL: baseUrlOf("Razorpay") },
  load: () => import("./razorpay.ts"),
  create: ({ razorpayPayments }, values, { timeout }: CallOptions) =>
    razorpayPayments({
      keyId: values.RAZORPAY_KEY_ID,
      keySecret: values.RAZORPAY_KEY_SECRET,
      baseUrl: values.RAZORPAY_BASE_URL,
      timeout,
    }),
  check: (values) =>
    askWhetherTaken({
      name: "Razorpay",
      variables: "RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET",
      url: `${values.RAZORPAY_BASE_URL ?? "https://api.razorpay.com"}/v1/payments?count=1`,
      headers: { authorization: basic(values.RAZORPAY_KEY_ID, values.RAZORPAY_KEY_SECRET) },
    }),
});
