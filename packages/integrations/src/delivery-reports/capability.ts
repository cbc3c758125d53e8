import type { Capability } from "../capability.ts";
import type { DeliveryReports } from "./port.ts";
import * as vendors from "./registry.ts";

/** Each vendor reports for itself, so all that are configured are read. */
export const deliveryReports = {
  name: "delivery-reports",
  about:
    "What vendors tell by themselves about messages that they took, web. Optional: without a vendor's reports its messages stay “sent”, and an address that bounced is written to again.",
  required: false,
  vendors,
} satisfies Capability<DeliveryReports, object>;
