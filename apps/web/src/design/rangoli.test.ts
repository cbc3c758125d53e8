import { expect, it } from "vitest";
import { rangoli } from "./rangoli.ts";

it("a product always has the same figure, and another one than its neighbour", () => {
  expect(rangoli("Papaya")).toEqual(rangoli("Papaya"));
  expect(rangoli("Papaya").rings).not.toEqual(rangoli("Mosambi").rings);
});

/** From red (0) around the wheel. */
const outerHue = (name: string) => Number(/hsl\((\d+)/.exec(rangoli(name).wash)?.[1]);

it.each([
  ["Organic Tomatoes", 0, 20],
  ["Carrots", 15, 35],
  ["Yelakki Bananas", 40, 60],
  ["Green Chillies", 90, 160],
  ["Palak", 90, 160],
  ["Brinjal", 260, 310],
  ["Filter Coffee Powder", 15, 40],
] as const)("the mark of %s has the colour of the thing", (name, from, to) => {
  expect(outerHue(name)).toSatisfy((hue: number) => hue >= from && hue <= to);
});

it("what nobody has a colour for gets one of its own that stays", () => {
  const washes = ["Agarbatti", "Steel scrubber", "Matchbox", "Camphor", "ಅಗರಬತ್ತಿ"].map(
    (name) => rangoli(name).wash,
  );
  expect(new Set(washes).size).toBeGreaterThan(1);
});

it("every figure stays inside its square", () => {
  for (let index = 0; index < 200; index += 1) {
    for (const { path } of rangoli(`product ${index}`).rings) {
      // The radii and flags of an arc are no coordinates.
      const coordinates = path.replace(/A\S+ \S+ 0 0 1 /g, "L").match(/-?\d+(\.\d+)?/g) ?? [];
      expect(coordinates.length).toBeGreaterThan(0);
      for (const coordinate of coordinates) {
        expect(Number(coordinate)).toSatisfy((value: number) => value >= 0 && value <= 100);
      }
    }
  }
});
