import { expect, it } from "vitest";
import type { RawAnswer } from "../protocol/answer.ts";
import { startBareEngine } from "../testing/bare-engine.ts";

it("counts a call once where two limits of a function count alike, and holds the lower one", async () => {
  let calls = 0;
  const { engine } = await startBareEngine(
    {
      work: {
        concurrency: [
          { limit: 3, key: "event.data.shop" },
          { limit: 2, key: "event.data.shop" },
        ],
      },
    },
    {
      transport: () => {
        calls += 1;
        return new Promise<RawAnswer>(() => {});
      },
    },
  );
  await engine.send([1, 2, 3].map(() => ({ name: "work", data: { shop: "shop_1" } })));
  expect(calls).toBe(2);
});
