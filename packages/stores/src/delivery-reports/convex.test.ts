import { convexDeliveries } from "../deliveries/convex.ts";
import { convexDoubts } from "../doubts/convex.ts";
import { convexLedger } from "../ledger/convex.ts";
import { convexSuppressions } from "../suppressions/convex.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { deliveryReportContract } from "./contract.ts";
import { convexDeliveryReports } from "./convex.ts";

const bridge = await convexBridge();

deliveryReportContract("Convex", {
  reports: convexDeliveryReports(bridge.deployment),
  deliveries: convexDeliveries(bridge.deployment),
  doubts: convexDoubts(bridge.deployment),
  ledger: convexLedger(bridge.deployment),
  suppressions: convexSuppressions(bridge.deployment),
  forgetReports: () =>
    bridge.run(async ({ db }) => {
      for (const { _id } of await db.query("deliveryReports").collect()) await db.delete(_id);
    }),
  suppressionRows: () => bridge.run(({ db }) => db.query("suppressions").collect()),
  reset: bridge.empty,
});
