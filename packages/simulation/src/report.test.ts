import { expect, it } from "vitest";
import type { SimulateOptions } from "./options.ts";
import type { DayReport } from "./play.ts";
import { commandOf, failureText, summaryTable, weekLine } from "./report.ts";

const options: SimulateOptions = {
  ...{ days: 9, seed: 4, seeds: 1, customers: 50, faults: "some", shrink: true, json: false },
};

const day = (number: number): DayReport => ({
  ...{ day: number, acts: 3, faults: 1, replayed: 0, messages: 5 * (number + 1), breaches: [] },
  outcomes: { "order ok": 2, "cancel-order too-late": 1 },
});

it("a week is one line of its own days", () => {
  const days = Array.from({ length: 9 }, (_none, number) => day(number));
  expect(weekLine(days, { seconds: 3.21, processorSeconds: 2 })).toBe(
    "week 2: 6 acts, 4 orders, 2 faults, 0 replayed, 45 messages so far, 3.2 s (processor 2.0 s)",
  );
});

it("the summary adds up how people were answered", () => {
  const table = summaryTable({ days: [day(0), day(1)], breaches: [], digest: undefined });
  expect(table.split("\n")).toEqual(["  cancel-order too-late       2", "  order ok                    4"]);
});

it("a failure says what, when and of what, and the command that plays it again", () => {
  const about = "ord_c000001 is cancelled: ₹80 kept";
  const text = failureText([{ invariant: "money", day: 2, about }], commandOf(options, 4));
  expect(text.split("\n")).toEqual([
    "1 thing does not hold:",
    "  day 3, money: ord_c000001 is cancelled: ₹80 kept",
    "Play it again: pnpm simulate --days 9 --seed 4 --customers 50 --faults some",
  ]);
  const many = Array.from({ length: 25 }, () => ({ invariant: "money", day: 0, about }));
  expect(failureText(many, "x")).toContain("  and 5 more");
});
