import { convexDeliveries } from "../deliveries/convex.ts";
import { convexLedger } from "../ledger/convex.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { doubtContract } from "./contract.ts";
import { convexDoubts } from "./convex.ts";

const bridge = await convexBridge();

doubtContract("Convex", {
  doubts: convexDoubts(bridge.deployment),
  deliveries: convexDeliveries(bridge.deployment),
  ledger: convexLedger(bridge.deployment),
  emitted: bridge.emitted,
  age: () =>
    bridge.run(async ({ db }) => {
      for (const { _id } of await db.query("sendLedger").collect())
        await db.patch(_id, { startedAt: Date.now() - 60_000 });
    }),
  reset: bridge.empty,
});
