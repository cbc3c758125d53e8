import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { approveApplication } from "./approve-application.ts";

const stores = await testStores();
const { shopkeepers } = stores.mohallaMart;
const approve = (shopkeeperId: string) =>
  approveApplication({ shopkeepers })({ shopkeeperId, approvedBy: "admin_001" });

it("an application is approved once, and that is told once; what is not there is said", async () => {
  const shopkeeperId = "sk_1";
  const shop = { shopId: "shop_1", name: "Meena's Tiffin Room", area: "Indiranagar", description: "Idli." };
  const shopkeeper = { shopkeeperId, shopId: "shop_1", name: "Meena Iyer", email: "third@example.com" };
  await shopkeepers.apply({ applicantId: "user_1", shopkeeper, shop }, { emit: [] });
  expect(await approve(shopkeeperId)).toEqual({ ok: true, shopkeeperId });
  expect(await approve(shopkeeperId)).toMatchObject({ ok: false, code: "decided" });
  expect(await approve("sk_none")).toMatchObject({ ok: false, code: "unknown-application" });
  expect((await stores.emittedEvents()).map(({ name }) => name)).toEqual(["shopkeeper.approved"]);
  expect(await shopkeepers.application(shopkeeperId)).toMatchObject({ approvedBy: "admin_001" });
});
