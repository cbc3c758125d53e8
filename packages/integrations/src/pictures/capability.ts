import type { Capability } from "../capability.ts";
import type { Pictures } from "./port.ts";
import * as vendors from "./registry.ts";

export const pictures = {
  name: "pictures",
  about:
    "Pictures of products, web and worker, the same for both. Without any, shopkeepers upload none and products show their drawn marks.",
  required: false,
  vendors,
} satisfies Capability<Pictures, object>;
