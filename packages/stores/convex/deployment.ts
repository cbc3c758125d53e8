import { v } from "convex/values";
import { deployedVersion } from "../src/convex/version.ts";
import { serviceQuery } from "./service.ts";

/** Which code runs here, so that an app finds out at its start that it is newer. */
export const version = serviceQuery({
  args: {},
  returns: v.number(),
  handler: async () => deployedVersion,
});
