import { expect, it } from "vitest";
import { createPlaces } from "./places.ts";

const placeOf = (taken: ReturnType<ReturnType<typeof createPlaces>["take"]>) => {
  if (typeof taken === "string") throw new Error(`There is no place: ${taken}.`);
  return taken;
};

it("a network has so many places and others keep theirs; a place is given back once", () => {
  const places = createPlaces({ total: 10, perNetwork: 2 });
  const leave = placeOf(places.take("a"));
  placeOf(places.take("a"));
  expect(places.take("a")).toBe("perNetwork");
  placeOf(places.take("b"));
  leave();
  leave();
  placeOf(places.take("a"));
  expect(places.take("a")).toBe("perNetwork");
});

it("all networks together have so many places", () => {
  const places = createPlaces({ total: 3, perNetwork: 2 });
  const taken = ["a", "b", "c"].map((network) => placeOf(places.take(network)));
  expect(places.take("d")).toBe("total");
  taken[0]?.();
  placeOf(places.take("d"));
});
