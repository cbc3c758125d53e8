import type { Capability } from "../capability.ts";
import type { CallOptions } from "../vendor.ts";
import type { Payments } from "./port.ts";
import * as vendors from "./registry.ts";

export const payments = {
  name: "payments",
  about: "Payments, worker and web. Optional: without a vendor orders are paid in cash.",
  required: false,
  vendors,
} satisfies Capability<Payments, CallOptions>;
