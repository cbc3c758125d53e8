import { expect, it } from "vitest";
import { asTest } from "./as-test.ts";
import type { History } from "./history/history.ts";

const history: History = {
  seed: 7,
  days: 1,
  happenings: [
    { kind: "cancel-order", orderId: "ord_c000001", at: 480 },
    { kind: "worker", what: "crash", after: 3, at: 481 },
  ],
};

it("is a test that can be pasted: the history as it is, and what must hold", () => {
  const text = asTest(history, "money", "`pnpm simulate --seed 7`");
  expect(text).toContain('it("keeps money, which `pnpm simulate --seed 7` found broken"');
  expect(text).toContain('{"kind":"cancel-order","orderId":"ord_c000001","at":480},');
  expect(text).toContain("expect(breaches).toEqual([]);");
});
