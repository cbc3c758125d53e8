import { startRebuild } from "@org/integrations/search/rebuild";
import { expect, it } from "vitest";
import { firstProduct } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";
import { advanceProductRebuild } from "./product-document.ts";

const functionId = "reindex-products";
const tonight = "2026-11-02T21:00:00Z";

async function found({ search }: Pick<TestBench, "search">) {
  const { documents } = await search.search({ text: "", pageSize: 250 });
  return new Map(documents.map(({ id, price }) => [id, price]));
}

it("replaces at night what search has by what the shops sell, and says how many products that is", async () => {
  const bench = await startTestBench();
  const { productId } = firstProduct(bench);
  await bench.mohallaMart.products.update(productId, { price: 12.5 }, { emit: [] });
  await bench.search.upsert({
    id: "prod_gone",
    name: "Gone",
    category: "Fruit",
    shopId: "shop_790",
    price: 5,
    available: 1,
  });
  await bench.engine.advanceTo(tonight);

  const { length: imported } = bench.products;
  expect(bench.engine.run(functionId).output).toMatchObject({ state: "live", imported, refused: 0 });
  const now = await found(bench);
  expect([now.size, now.get(productId), now.has("prod_gone")]).toEqual([imported, 12.5, false]);
});

it("goes through more products than a page has, and each step says how far it is", async () => {
  const bench = await startTestBench();
  const sample = firstProduct(bench);
  const more = Array.from({ length: 1_001 }, (_, n) => ({ ...sample, productId: `prod_more_${n}` }));
  for (const product of more) await bench.mohallaMart.products.add(product);
  bench.engine.faults.crashAfterStep({ functionId, stepId: "import-page:1" });
  await bench.engine.advanceTo(tonight);
  await bench.engine.advance("1h");

  const all = bench.products.length + more.length;
  const { steps, output } = bench.engine.run(functionId);
  expect(output).toMatchObject({ state: "live", imported: all });
  expect(steps.map(({ id, output }) => [id, Object(output).imported])).toEqual([
    ["start-rebuild", 0],
    ["import-page:1", 1_000],
    ["import-page:2", all],
    ["swap-index", all],
  ]);
});

it("goes on after an outage of search, which answers from the old index meanwhile", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId, stepId: "import-page:1", attempts: 6 });
  await bench.engine.advanceTo(tonight);
  expect(bench.engine.run(functionId).status).toBe("Running");
  expect((await found(bench)).size).toBe(bench.products.length);
  await bench.engine.advance("1h");

  expect(bench.engine.run(functionId)).toHaveCompleted();
});

it("makes one whole index when it is invoked while it runs: the later run takes over", async () => {
  const bench = await startTestBench();
  bench.engine.faults.failStep({ functionId, stepId: "import-page:1", attempts: 3 });
  await bench.engine.advanceTo(tonight);
  await bench.engine.controls.invoke(`mohallamart-${functionId}`, {});
  await bench.engine.advance("1h");

  const [first, second] = bench.engine.runs({ functionId });
  expect(first).toHaveFailed(/another one took its place/);
  expect(second).toHaveCompleted();
  expect((await found(bench)).size).toBe(bench.products.length);
});

it("does not bring back what sold out while its page was being imported", async () => {
  const bench = await startTestBench();
  const { productId } = firstProduct(bench);
  const { products, shops } = bench.mohallaMart;
  const scan: typeof products.scan = async (options) => {
    const page = await products.scan(options);
    // Right after the page was read: the removal finds nothing in the new index yet.
    await products.update(productId, { stock: 0 }, { emit: [] });
    await bench.search.delete(productId);
    return page;
  };
  const ports = { products: { ...products, scan }, shops, search: bench.search };
  let progress = await startRebuild({ index: bench.search }, "sold-out-meanwhile");
  while (progress.state !== "live") progress = await advanceProductRebuild(ports, progress);

  const now = await found(bench);
  expect([now.has(productId), now.size]).toEqual([false, bench.products.length - 1]);
});
