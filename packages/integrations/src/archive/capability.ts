import type { Capability } from "../capability.ts";
import type { Archive } from "./port.ts";
import * as vendors from "./registry.ts";

export const archive = {
  name: "archive",
  about:
    "The archive, worker. Required: old rows are written there, compressed, before they are deleted, and the weekly export of customers' features.",
  required: true,
  vendors,
} satisfies Capability<Archive, object>;
