import { convexBridge } from "../testing/convex-bridge.ts";
import { mohallaMartContract } from "./contract.ts";
import { convexMohallaMartStores } from "./convex.ts";

const bridge = await convexBridge();

mohallaMartContract("Convex", async () => ({
  stores: convexMohallaMartStores(bridge.deployment),
  emitted: bridge.emitted,
  trackedUsers: () =>
    bridge.run(async ({ db }) => {
      const events = await db.query("analyticsEvents").collect();
      return [...new Set(events.flatMap(({ userId }) => userId ?? []))];
    }),
  reset: bridge.empty,
  stop: async () => undefined,
}));
