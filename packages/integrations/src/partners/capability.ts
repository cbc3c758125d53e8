import type { Capability } from "../capability.ts";
import type { CallOptions } from "../vendor.ts";
import type { Partners } from "./port.ts";
import * as vendors from "./registry.ts";

export const partners = {
  name: "partners",
  about: "Partners, worker. Optional: a partner that is not configured is not told.",
  required: false,
  vendors,
} satisfies Capability<Partners, CallOptions>;
