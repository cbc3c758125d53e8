import { v } from "convex/values";
import { customMutation, customQuery } from "convex-helpers/server/customFunctions";
import { mutation, query } from "./_generated/server.js";
import { refuseUnlessKey } from "./serviceKey.ts";

const withServiceKey = {
  args: { serviceKey: v.string() },
  input: async (_context: object, { serviceKey }: { serviceKey: string }) => {
    await refuseUnlessKey(serviceKey);
    return { ctx: {}, args: {} };
  },
};

/** The only way to a public function: whoever calls it holds CONVEX_SERVICE_KEY. */
export const serviceQuery = customQuery(query, withServiceKey);
export const serviceMutation = customMutation(mutation, withServiceKey);
