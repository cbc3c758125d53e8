import { expect, it } from "vitest";
import { convexBridge } from "../testing/convex-bridge.ts";
import { passkeyContract } from "./contract.ts";
import { convexPasskeys } from "./convex.ts";

const bridge = await convexBridge();
const passkeys = convexPasskeys(bridge.deployment);

passkeyContract("Convex", passkeys);

it("asking for a challenge removes those that nobody answered", async () => {
  const at = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
  for (let n = 0; n < 3; n += 1) await passkeys.openChallenge({ challenge: "old" }, at(-1_000));
  const token = await passkeys.openChallenge({ challenge: "new" }, at(60_000));
  const kept = await bridge.run(({ db }) => db.query("passkeyChallenges").collect());
  expect(kept.filter(({ challenge }) => challenge === "old")).toEqual([]);
  expect(JSON.stringify(kept)).not.toContain(token);
});
