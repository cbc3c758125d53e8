import type { Capability } from "../capability.ts";
import type { ParcelNotices } from "./port.ts";
import * as vendors from "./registry.ts";

export const parcelNotices = {
  name: "parcel-notices",
  about:
    "What the delivery partner tells by itself, web. Optional: without it a shop says itself what was shipped and delivered.",
  required: false,
  vendors,
} satisfies Capability<ParcelNotices, object>;
