import { expect, it } from "vitest";
import { functions } from "../convex/functions.ts";
import { convexDeliveries } from "../deliveries/convex.ts";
import { convexDoubts } from "../doubts/convex.ts";
import { convexLedger } from "../ledger/convex.ts";
import { hashOf } from "../suppressions/address-hash.ts";
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

it("takes an owner's word from apps of an earlier release, which do not say in which text it was", async () => {
  const address = "+919800000009";
  const word = { channel: "sms", addressHash: hashOf(address), wants: false } as const;
  const calls = bridge.deployment.callsOf("delivery-reports");
  await calls.mutation(functions.deliveryReports.take, {
    reports: [word],
    staleAfter: 0,
    holder: "earlier",
    emit: {},
  });
  const suppressions = convexSuppressions(bridge.deployment);
  expect(await suppressions.find("sms", address)).toMatchObject({ reason: "opted-out" });
});
