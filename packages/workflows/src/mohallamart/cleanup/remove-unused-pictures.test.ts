import { pictureFile, pictureWidths } from "@org/integrations/pictures/names";
import { beforeEach, expect, it } from "vitest";
import { startTestBench, type TestBench } from "../../testing/test-bench.ts";

const id = "remove-unused-pictures";
const pictureNamed = (letter: string) => `${letter.repeat(32)}-${"0".repeat(16)}`;
const [used, exchanged, late, hidden] = ["a", "b", "c", "d"].map(pictureNamed) as [
  string,
  string,
  string,
  string,
];

let bench: TestBench;
beforeEach(async () => {
  bench = await startTestBench({ schedulesOf: [id] });
});

async function keep(...pictures: string[]): Promise<void> {
  for (const picture of pictures)
    for (const width of pictureWidths)
      await bench.pictures.put(pictureFile(picture, width), Uint8Array.of(1));
}

const show = (at: number, picture: string | null) =>
  bench.mohallaMart.products.update(bench.products[at]?.productId ?? "", { picture }, { emit: () => [] });

async function kept(): Promise<string[]> {
  return [...new Set((await bench.pictures.list()).map((name) => name.slice(0, 49)))];
}

it("what no product has for three days goes, and nothing that one has", async () => {
  await keep(used, exchanged, late, hidden);
  await bench.pictures.put("notes/readme.txt", Uint8Array.of(1));
  await show(0, used);
  await show(1, hidden);
  await bench.pool.query("update mohallamart.shops set listed = false where shop_id = $1", [
    bench.products[1]?.shopId,
  ]);
  await bench.engine.advanceTo("2026-11-08T04:15:00+05:30");
  expect((await kept()).length).toBe(5);
  // An upload that was under way when the run looked.
  await show(2, late);
  await bench.engine.advance("71h");
  expect((await kept()).length).toBe(5);
  await bench.engine.advance("1h");
  expect(bench.engine.run(id).output).toEqual({ removed: 1 });
  expect(await kept()).toEqual([used, late, hidden, "notes/readme.txt"]);
});

it("a picture goes with its product, and a week in which all are shown waits for nothing", async () => {
  await keep(used);
  await show(0, used);
  await bench.engine.advanceTo("2026-11-08T04:15:00+05:30");
  expect(bench.engine.run(id).output).toEqual({ removed: 0 });
  await show(0, null);
  await bench.engine.advance("7d");
  await bench.engine.advance("3d");
  expect(await kept()).toEqual([]);
});
