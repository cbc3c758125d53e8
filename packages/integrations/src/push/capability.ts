import type { Capability } from "../capability.ts";
import type { PushContext, PushSender } from "./port.ts";
import * as vendors from "./registry.ts";

export const push = {
  name: "push",
  about:
    "Push notifications, worker. Optional: without a vendor nobody gets any; what has another channel goes out there.",
  required: false,
  vendors,
} satisfies Capability<PushSender, PushContext>;
