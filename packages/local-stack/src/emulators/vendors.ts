import { msg91 } from "./vendors/msg91.ts";
import { onesignal } from "./vendors/onesignal.ts";
import { partners } from "./vendors/partners.ts";
import { razorpay } from "./vendors/razorpay.ts";
import { resend } from "./vendors/resend.ts";
import { slack } from "./vendors/slack.ts";
import { twilio } from "./vendors/twilio.ts";
import { typesense } from "./vendors/typesense.ts";
import { upstash } from "./vendors/upstash.ts";

/** Every emulated vendor. In development they listen on 4001 and up, in this order. */
export const vendors = {
  resend,
  twilio,
  onesignal,
  msg91,
  partners,
  slack,
  typesense,
  upstash,
  razorpay,
};

export type VendorName = keyof typeof vendors;

export const vendorNames = namesOf(vendors);

export function isVendorName(name: string): name is VendorName {
  return Object.hasOwn(vendors, name);
}

/** A value for each vendor. */
export function perVendor<Value>(
  make: (name: VendorName, index: number) => Value,
): Record<VendorName, Value> {
  return fromEntries(vendorNames.map((name, index) => [name, make(name, index)]));
}

/** `Object.keys` of a constant object literal: exactly its own keys. */
function namesOf<Name extends string>(record: Record<Name, unknown>): readonly Name[] {
  return Object.keys(record) as Name[];
}

/** The entries come from `vendorNames`, so that none is missing. */
function fromEntries<Value>(entries: [VendorName, Value][]): Record<VendorName, Value> {
  return Object.fromEntries(entries) as Record<VendorName, Value>;
}
