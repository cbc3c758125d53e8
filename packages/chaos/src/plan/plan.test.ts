import { expect, it } from "vitest";
import { linkNames, processNames } from "./faults.ts";
import { drawPlan } from "./plan.ts";

it("is the same for a seed, and another one for another", () => {
  expect(drawPlan(7, 50)).toEqual(drawPlan(7, 50));
  expect(drawPlan(7, 50)).not.toEqual(drawPlan(8, 50));
});

it("begins alike however long it is", () => {
  expect(drawPlan(7, 50).slice(0, 20)).toEqual(drawPlan(7, 10));
});

it("has as many kills as it was asked for, and as many other faults", () => {
  const plan = drawPlan(1, 40);
  expect(plan.filter(({ fault }) => fault.kind === "kill")).toHaveLength(40);
  expect(plan.map(({ number }) => number)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
});

it("hits every process and every way between them, given time", () => {
  const plan = drawPlan(3, 600);
  const hit = plan.map(({ fault }) =>
    fault.kind === "cut"
      ? fault.link
      : fault.kind === "kill" || fault.kind === "freeze"
        ? `${fault.kind} ${fault.process}`
        : fault.kind,
  );
  const expected = [...linkNames, ...processNames.flatMap((name) => [`kill ${name}`, `freeze ${name}`])];
  expect(new Set(hit)).toEqual(new Set([...expected, "vendor", "doubled-notices"]));
});
