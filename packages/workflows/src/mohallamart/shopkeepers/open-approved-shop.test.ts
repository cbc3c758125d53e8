import { expect, it } from "vitest";
import { applyToSell, approve, idli, meena, openShop, tiffinRoom } from "../../testing/open-shop.ts";
import { partnerMessages } from "../../testing/partner-messages.ts";
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

it("lists the shop, finds its products, opens the dashboard, welcomes its keeper and tells the CRM", async () => {
  const bench = await startTestBench();
  await openShop(bench);
  await bench.settle();

  for (const functionId of functionIds) expect(bench.engine.run(functionId)).toHaveCompleted();
  const { shops, shopkeepers } = bench.mohallaMart;
  expect((await shops.list()).map((shop) => shop.shopId)).toContain(shopId);
  const { documents } = await bench.search.search({ text: "idli" });
  expect(documents.map(({ id }) => id)).toContain(idli.productId);
  expect(await shopkeepers.application(shopkeeperId)).toMatchObject({ dashboardAccess: true });
  const [welcome] = emailsToMeena(bench);
  expect(welcome?.html).toContain("https://mohallamart.test/sign-in");
  expect(await bench.cache.get(`shop:${shopId}`)).toEqual(tiffinRoom);
  expect(partnerMessages(bench, "crm")).toMatchObject([
    { type: "shopkeeper.approved", data: { shop: tiffinRoom, shopkeeper: meena } },
  ]);
});

it("finds every product of a shop that has more than fit into one step", async () => {
  const bench = await startTestBench();
  const { shopkeepers, products } = bench.mohallaMart;
  await shopkeepers.apply({ shopkeeper: meena, shop: tiffinRoom }, { emit: [] });
  const numbers = Array.from({ length: 101 }, (_, n) => n);
  await Promise.all(numbers.map((n) => products.add({ ...idli, productId: `prod_idli${n}` })));
  await approve(bench);
  await bench.settle();

  expect(bench.engine.run("enable-shop-listing").output).toEqual({ shopId, indexed: 101 });
  expect(bench.engine.runs({ functionId: "index-product", status: "Completed" })).toHaveLength(101);
});

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

it("keeps the shop open when its keeper cannot be told, and the run says so", async () => {
  const bench = await startTestBench();
  bench.vendors.failNext("resend", { status: 422 });
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("send-approval-email")).toHaveFailed(/could not be told of the approval/);
  expect(await bench.mohallaMart.shops.get(shopId)).toMatchObject({ listed: true });
});

it("works without a CRM, and says so", async () => {
  const bench = await startTestBench();
  delete bench.partners.crm;
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("sync-shop-data").output).toEqual({ cache: "updated", crm: "not configured" });
});
