import type { Capability } from "../capability.ts";
import type { CallOptions } from "../vendor.ts";
import type { ClosableCache } from "./port.ts";
import * as vendors from "./registry.ts";

export const cache = {
  name: "cache",
  about:
    "A cache, worker and web, shared by all processes; the web app counts there what one address or network may do. Required, one of them.",
  required: true,
  vendors,
} satisfies Capability<ClosableCache, CallOptions>;
