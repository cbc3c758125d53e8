import { describe, expect, it } from "vitest";
import { selectTests } from "./select-tests.ts";

const orders = "packages/workflows/src/shop/orders";
const sources = new Map([
  [`${orders}/cancel-order.ts`, 'import { money } from "#src/money.ts";'],
  [`${orders}/cancel-order.test.ts`, 'import { bench } from "../../testing/bench.ts";'],
  [`${orders}/place-order.ts`, ""],
  [`${orders}/races.test.ts`, 'engine.run("cancel-order")'],
  [`${orders}/cancel-order.scenario.ts`, 'import { place } from "./place-order.ts";'],
  [`${orders}/faults.test.ts`, 'import.meta.glob("./*.scenario.ts", { eager: true })'],
  [
    "packages/workflows/src/testing/bench.ts",
    'import { cancelOrder } from "../shop/orders/cancel-order.ts";',
  ],
  ["packages/workflows/src/money.ts", "export const money = 1;"],
  ["packages/workflows/src/round.test.ts", 'import type { Round } from "./round.ts";'],
  ["packages/workflows/src/round.ts", 'export type { Money as Round } from "./money.ts";'],
  ["packages/stores/src/cancel-order.test.ts", 'it("cancel-order")'],
]);

describe("of a change, the tests that are chosen", () => {
  const none = { files: [], workflows: [] };

  it("of a workflow are its own, those that name it, and its faults", () => {
    expect(selectTests([`${orders}/cancel-order.ts`], sources)).toEqual({
      tests: [`${orders}/cancel-order.test.ts`, `${orders}/races.test.ts`],
      faults: { files: [`${orders}/faults.test.ts`], workflows: ["cancel-order"] },
    });
  });

  it("of anything else are those that import it, directly, through others or as a type, but not through a bench", () => {
    expect(selectTests(["packages/workflows/src/money.ts"], sources)).toEqual({
      tests: ["packages/workflows/src/round.test.ts"],
      faults: none,
    });
  });

  it("of a bench are those that use it", () => {
    expect(selectTests(["packages/workflows/src/testing/bench.ts"], sources)).toEqual({
      tests: [`${orders}/cancel-order.test.ts`],
      faults: none,
    });
  });

  it("of a test are that one; of a deleted file, or of none, there are none", () => {
    expect(selectTests([`${orders}/races.test.ts`], sources).tests).toEqual([`${orders}/races.test.ts`]);
    expect(selectTests([`${orders}/gone.test.ts`, "README.md"], sources)).toEqual({
      tests: [],
      faults: none,
    });
  });
});
