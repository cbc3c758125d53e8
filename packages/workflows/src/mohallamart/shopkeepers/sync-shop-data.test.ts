import { expect, it } from "vitest";
import { meena, openShop, tiffinRoom } from "../../testing/open-shop.ts";
import { partnerMessages } from "../../testing/partner-messages.ts";
import { startTestBench } from "../../testing/test-bench.ts";

it("caches the shop and tells the CRM of it and its keeper", async () => {
  const bench = await startTestBench();
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("sync-shop-data")).toHaveCompleted();
  expect(await bench.cache.get(`shop:${meena.shopId}`)).toEqual(tiffinRoom);
  expect(partnerMessages(bench, "crm")).toMatchObject([
    { type: "shopkeeper.approved", data: { shop: tiffinRoom, shopkeeper: meena } },
  ]);
});

it("works without a CRM, and says so", async () => {
  const bench = await startTestBench();
  delete bench.partners.crm;
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("sync-shop-data").output).toEqual({ cache: "updated", crm: "not configured" });
});
