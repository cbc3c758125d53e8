import type { Capability } from "../capability.ts";
import type { CallOptions } from "../vendor.ts";
import type { SearchIndexes } from "./port.ts";
import * as vendors from "./registry.ts";

export const search = {
  name: "search",
  about: "Search, worker and web. Required.",
  required: true,
  vendors,
} satisfies Capability<SearchIndexes, CallOptions>;
