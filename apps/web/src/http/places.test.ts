import { expect, it } from "vitest";
import { createPlaces } from "./places.ts";

const placeOf = (taken: ReturnType<ReturnType<typeof createPlaces>["take"]>) => {
  if (typeof taken === "string") throw new Error(`There is no place: ${taken}.`);
  return taken;
};

it("each has so many places and others keep theirs; a place is given back once", () => {
  const places = createPlaces({ total: 10, each: 2 });
  const leave = placeOf(places.take("a"));
  placeOf(places.take("a"));
  expect(places.take("a")).toBe("each");
  placeOf(places.take("b"));
  leave();
  leave();
  placeOf(places.take("a"));
  expect(places.take("a")).toBe("each");
});

it("all together have so many places", () => {
  const places = createPlaces({ total: 3, each: 2 });
  const taken = ["a", "b", "c"].map((holder) => placeOf(places.take(holder)));
  expect(places.take("d")).toBe("total");
  taken[0]?.();
  placeOf(places.take("d"));
});
