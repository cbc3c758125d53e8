import { expect, it } from "vitest";
import { convexBridge } from "../testing/convex-bridge.ts";
import { knownBrowserContract } from "./contract.ts";
import { convexKnownBrowsers } from "./convex.ts";

const bridge = await convexBridge();
const browsers = convexKnownBrowsers(bridge.deployment);

knownBrowserContract("Convex", browsers);

/** Makes all uses so many days old. */
const unused = (days: number) =>
  bridge.run(async ({ db }) => {
    for (const { _id } of await db.query("knownBrowsers").collect())
      await db.patch(_id, { lastUsedAt: Date.now() - days * 86_400_000 });
  });

it("a browser in which nobody signed in for half a year is known no more, and forgotten", async () => {
  const token = await browsers.remember("user_1");
  await unused(179);
  expect(await browsers.usersOf(token)).toEqual(["user_1"]);
  await unused(181);
  expect(await browsers.usersOf(token)).toEqual([]);
  await browsers.remember("user_2");
  const kept = await bridge.run(({ db }) => db.query("knownBrowsers").collect());
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(token);
});
