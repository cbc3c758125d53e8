import { anyApi } from "convex/server";
import type { Functions } from "../../convex/functions.d.ts";

/** The deployed functions by their module and name. */
export const functions: Functions = typed(anyApi);

/** Guarantees no more than that what is generated, and checked in continuous integration, is what is deployed. */
function typed(api: unknown): Functions {
  return api as Functions;
}
