import { expect, it } from "vitest";
import { applyToSell, meena } from "../../testing/open-shop.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const { shopId, shopkeeperId } = meena;
const functionIds = [
  "enable-shop-listing",
  "grant-dashboard-access",
  "send-approval-email",
  "sync-shop-data",
];

const emailsToMeena = ({ vendors }: TestBench) =>
  vendors.outbox().filter(({ to, channel }) => to === meena.email && channel === "email");

it("opens nothing for an event that the store knows nothing of", async () => {
  const bench = await startTestBench();
  await applyToSell(bench);
  const data = { shopkeeperId, shopId, approvedBy: "admin_001" };
  await bench.engine.send({ name: "shopkeeper.approved", data });

  for (const functionId of functionIds) {
    expect(bench.engine.run(functionId)).toHaveFailed(/sk_meena is not approved but applied/);
  }
  const { shops, shopkeepers } = bench.mohallaMart;
  expect(await shops.get(shopId)).toMatchObject({ listed: false });
  expect(await shopkeepers.application(shopkeeperId)).toMatchObject({ dashboardAccess: false });
  expect(emailsToMeena(bench)).toEqual([]);
});

it("fails for good for a shopkeeper that does not exist", async () => {
  const bench = await startTestBench();
  const data = { shopkeeperId: "sk_none", shopId: "shop_none", approvedBy: "admin_001" };
  await bench.engine.send({ name: "shopkeeper.approved", data });

  for (const functionId of functionIds) {
    expect(bench.engine.run(functionId)).toHaveFailed(/sk_none does not exist/);
  }
});
