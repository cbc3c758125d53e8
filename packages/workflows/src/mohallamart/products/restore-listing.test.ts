import { expect, it } from "vitest";
import { buyAll } from "../../testing/place-order.ts";
import { changeProduct, firstProduct, sellOutQuietly } from "../../testing/products.ts";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const functionId = "restore-listing";

function openAlerts(bench: TestBench) {
  return bench.mohallaMart.inventory.openAlerts({ shopId: firstProduct(bench).shopId });
}

function subjects({ vendors }: TestBench, start: string) {
  return vendors
    .outbox()
    .map(({ subject = "" }) => subject)
    .filter((subject) => subject.startsWith(start));
}

it("closes the alert, tells the shopkeeper, and the product is found again", async () => {
  const bench = await startTestBench();
  const { productId, name } = firstProduct(bench);
  await buyAll(bench);
  await bench.settle();
  expect(await openAlerts(bench)).toMatchObject([{ productId }]);
  await changeProduct(bench, { stock: 7 });
  await bench.settle();
  await bench.engine.advance("2s");

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await openAlerts(bench)).toEqual([]);
  expect(subjects(bench, "Back in stock")).toEqual([`Back in stock: ${name}`]);
  const { documents } = await bench.search.search({ text: name });
  expect(documents[0]).toMatchObject({ id: productId, available: 7 });
});

it("tells nobody when nobody was told that the product was sold out", async () => {
  const bench = await startTestBench();
  await bench.mohallaMart.products.update(firstProduct(bench).productId, { stock: 0 }, { emit: [] });
  await changeProduct(bench, { stock: 7 });
  await bench.settle();

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(bench.vendors.outbox()).toEqual([]);
});

it("leaves the alert open when the product sold out again meanwhile", async () => {
  const bench = await startTestBench();
  const { productId, shopId } = firstProduct(bench);
  await sellOutQuietly(bench);
  await bench.engine.send({
    name: "product.updated",
    data: { productId, shopId, changed: ["stock"], stock: { from: 0, to: 2 } },
  });

  expect(bench.engine.run(functionId)).toHaveCompleted();
  expect(await openAlerts(bench)).toMatchObject([{ alertId: "sold-out" }]);
  expect(bench.vendors.outbox()).toEqual([]);
});

it("does not run for other changes", async () => {
  const bench = await startTestBench();
  await changeProduct(bench, { price: 12.5 });
  await changeProduct(bench, { stock: 7 });
  await changeProduct(bench, { stock: 0 });
  await bench.settle();

  expect(bench.engine.runs({ functionId })).toEqual([]);
});
