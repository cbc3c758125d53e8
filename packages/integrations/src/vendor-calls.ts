import { channel } from "node:diagnostics_channel";

/** A call of a vendor that came to an end. It holds nothing that was sent or answered. */
export interface VendorCall {
  /** The port that was called, as its folder is named: `email`. */
  port: string;
  /** The vendor behind the port: `resend`. */
  vendor: string;
  /** What was asked, without its values: `search`, `capture a payment`. */
  action: string;
  /** `limited`: the vendor was asked too often, and said so (429). */
  outcome: "done" | "limited" | "failed";
  /** Milliseconds. */
  duration: number;
}

/** By name, and so the same for all copies of this package in a process. */
const calls = channel("@org/integrations/vendor-calls");

/**
 * Hears of every call that an adapter makes of its vendor in this process.
 * @returns ends it
 */
export function onVendorCall(listener: (call: VendorCall) => void): () => void {
  const hear = (call: unknown) => listener(published(call));
  calls.subscribe(hear);
  return () => {
    calls.unsubscribe(hear);
  };
}

/** Tells of a call; for adapters. */
export function tellOfVendorCall(call: VendorCall): void {
  calls.publish(call);
}

/** Guarantee: only `tellOfVendorCall` publishes on the channel. */
function published(call: unknown): VendorCall {
  return call as VendorCall;
}
