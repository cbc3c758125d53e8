import { expect, it } from "vitest";
import { halfConfigured, type VariableGroup } from "./half-configured.ts";

const razorpay: VariableGroup = ["RAZORPAY_KEY_ID", "RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRET"];
const push: VariableGroup = ["NEXT_PUBLIC_ONESIGNAL_APP_ID", "ONESIGNAL_REST_API_KEY"];

it("has nothing to say of a vendor that is configured, or not used", () => {
  const values = { NEXT_PUBLIC_ONESIGNAL_APP_ID: "app", ONESIGNAL_REST_API_KEY: "key", REDIS_URL: undefined };
  expect(halfConfigured([razorpay, push], values)).toEqual([]);
});

it("names each variable that is missing, and those that ask for it", () => {
  expect(halfConfigured([razorpay, push], { RAZORPAY_KEY_ID: "rzp", ONESIGNAL_REST_API_KEY: "key" })).toEqual(
    [
      { name: "RAZORPAY_KEY_SECRET", message: "required, because RAZORPAY_KEY_ID is set" },
      { name: "RAZORPAY_WEBHOOK_SECRET", message: "required, because RAZORPAY_KEY_ID is set" },
      { name: "NEXT_PUBLIC_ONESIGNAL_APP_ID", message: "required, because ONESIGNAL_REST_API_KEY is set" },
    ],
  );
});

it("takes the empty string as not set, and never quotes a value", () => {
  const values = { RAZORPAY_KEY_ID: "rzp_1", RAZORPAY_KEY_SECRET: "s3cret", RAZORPAY_WEBHOOK_SECRET: "" };
  expect(halfConfigured([razorpay], values)).toEqual([
    {
      name: "RAZORPAY_WEBHOOK_SECRET",
      message: "required, because RAZORPAY_KEY_ID and RAZORPAY_KEY_SECRET are set",
    },
  ]);
});
