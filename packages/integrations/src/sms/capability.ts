import type { Capability } from "../capability.ts";
import type { SmsContext, SmsSender } from "./port.ts";
import * as vendors from "./registry.ts";

/** A complement is asked first for numbers of India. */
export const sms = {
  name: "sms",
  about: "Text messages, worker. Required: a vendor that reaches every number.",
  required: true,
  vendors,
} satisfies Capability<SmsSender, SmsContext>;
