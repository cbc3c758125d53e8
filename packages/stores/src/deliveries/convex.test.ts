import { convexBridge } from "../testing/convex-bridge.ts";
import { deliveryContract } from "./contract.ts";
import { convexDeliveries } from "./convex.ts";

const bridge = await convexBridge();

deliveryContract("Convex", {
  deliveries: convexDeliveries(bridge.deployment),
  recordedAt: (key, at) =>
    bridge.run(async ({ db }) => {
      const found = await db
        .query("deliveries")
        .withIndex("byKey", (index) => index.eq("key", key))
        .unique();
      if (found) await db.patch(found._id, { recordedAt: Date.parse(at) });
    }),
  reset: bridge.empty,
});
