import { expect, it } from "vitest";
import { convexLinks } from "../../convex/stores.ts";
import { convexBridge } from "../../testing/convex-bridge.ts";
import { shop } from "../contract/bench.ts";
import { convexMohallaMartStores } from "../convex.ts";

const bridge = await convexBridge();
const { shopkeepers, users } = convexMohallaMartStores(bridge.deployment);
const secrets = { current: "a secret of thirty-two characters or more" };
const links = convexLinks(bridge.deployment, secrets).applications;
const [userId, shopkeeperId] = ["user_1", "sk_1"];

it("the link to an application opens it and no other, and tells who applied until their account is closed", async () => {
  await users.add({ userId, name: "Maya", email: "maya@example.com" });
  const keeper = { shopkeeperId, shopId: "shop_new", name: "Maya", email: "maya@example.com" };
  const { listed: _, ...described } = shop;
  const application = { applicantId: userId, shopkeeper: keeper, shop: { ...described, shopId: "shop_new" } };
  await shopkeepers.apply(application, { emit: [] });
  await shopkeepers.approve(shopkeeperId, "admin_1", { emit: [] });
  const token = (await links.tokenOf(shopkeeperId)) ?? "none";
  expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect([await links.opens(shopkeeperId, token), await links.opens("sk_2", token)]).toEqual([true, false]);
  expect(await links.parties(shopkeeperId)).toEqual({ shopkeeperId, applicantId: userId });
  await users.close(userId, { emit: [] });
  expect(await links.parties(shopkeeperId)).toEqual({ shopkeeperId });
  expect([await links.tokenOf("none"), await links.parties("none")]).toEqual([undefined, undefined]);
});
