import { expect, it } from "vitest";
import { rangoli } from "./rangoli.ts";

it("a product always has the same figure, and its category's colour", () => {
  expect(rangoli("Fruit", "Papaya")).toEqual(rangoli("Fruit", "Papaya"));
  expect(rangoli("Fruit", "Papaya").hue).toBe(rangoli("Fruit", "Mosambi").hue);
  expect(rangoli("Fruit", "Papaya").rings).not.toEqual(rangoli("Fruit", "Mosambi").rings);
});

it("tomatoes and brinjal, of one category, have petals of different colours", () => {
  const coloursOf = (name: string) => rangoli("Vegetables", name).rings.map(({ hueShift }) => hueShift);
  expect(coloursOf("Organic Tomatoes")[0]).not.toBe(coloursOf("Brinjal")[0]);
  for (const name of ["Organic Tomatoes", "Brinjal", "Carrots"])
    expect(new Set(coloursOf(name)).size).toBe(3);
});

it("every figure stays inside its square", () => {
  for (let index = 0; index < 200; index += 1) {
    for (const { path } of rangoli("Fruit", `product ${index}`).rings) {
      // The radii and flags of an arc are no coordinates.
      const coordinates = path.replace(/A\S+ \S+ 0 0 1 /g, "L").match(/-?\d+(\.\d+)?/g) ?? [];
      expect(coordinates.length).toBeGreaterThan(0);
      for (const coordinate of coordinates) {
        expect(Number(coordinate)).toSatisfy((value: number) => value >= 0 && value <= 100);
      }
    }
  }
});
