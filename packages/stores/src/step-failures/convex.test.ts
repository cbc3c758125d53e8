import { convexBridge } from "../testing/convex-bridge.ts";
import { stepFailureContract } from "./contract.ts";
import { convexStepFailures } from "./convex.ts";

const bridge = await convexBridge();

stepFailureContract("Convex", {
  failures: convexStepFailures(bridge.deployment),
  age: () =>
    bridge.run(async ({ db }) => {
      for (const { _id } of await db.query("stepFailures").collect())
        await db.patch(_id, { failedAt: Date.now() - 31 * 86_400_000 });
    }),
  count: () => bridge.run(async ({ db }) => (await db.query("stepFailures").collect()).length),
  reset: bridge.empty,
});
