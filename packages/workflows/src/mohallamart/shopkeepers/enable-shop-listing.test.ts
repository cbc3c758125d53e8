import { expect, it } from "vitest";
import { approve, idli, meena, openShop, tiffinRoom } from "../../testing/open-shop.ts";
import { startTestBench } from "../../testing/test-bench.ts";

const { shopId } = meena;

it("lists the shop and finds its products", async () => {
  const bench = await startTestBench();
  await openShop(bench);
  await bench.settle();

  expect(bench.engine.run("enable-shop-listing")).toHaveCompleted();
  expect((await bench.mohallaMart.shops.list()).map((shop) => shop.shopId)).toContain(shopId);
  const { documents } = await bench.search.search({ text: "idli" });
  expect(documents.map(({ id }) => id)).toContain(idli.productId);
});

it("finds every product of a shop that has more than fit into one step", async () => {
  const bench = await startTestBench();
  const { shopkeepers, products } = bench.mohallaMart;
  await shopkeepers.apply({ applicantId: "user_meena", shopkeeper: meena, shop: tiffinRoom }, { emit: [] });
  const numbers = Array.from({ length: 101 }, (_, n) => n);
  await Promise.all(numbers.map((n) => products.add({ ...idli, productId: `prod_idli${n}` })));
  await approve(bench);
  await bench.settle();

  expect(bench.engine.run("enable-shop-listing").output).toEqual({ shopId, indexed: 101 });
  expect(bench.engine.runs({ functionId: "index-product", status: "Completed" })).toHaveLength(101);
});
