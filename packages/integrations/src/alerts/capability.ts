import type { Capability } from "../capability.ts";
import type { AlertContext, AlertSender } from "./port.ts";
import * as vendors from "./registry.ts";

/** Complements are told too, and first. */
export const alerts = {
  name: "alerts",
  about: "Alerts, worker. Required: somebody has to hear of runs that failed for good.",
  required: true,
  vendors,
} satisfies Capability<AlertSender, AlertContext>;
