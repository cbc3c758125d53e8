import { expect, it } from "vitest";
import { count, formatRupees } from "./words.ts";

it.each([
  [0, "₹0"],
  [60, "₹60"],
  [19.9, "₹19.90"],
  [1250.5, "₹1,250.50"],
  [1234567, "₹12,34,567"],
])("%s rupees read %s", (amount, text) => {
  expect(formatRupees(amount)).toBe(text);
});

it("counts name one thing and several", () => {
  expect([count(1, "item"), count(2, "item"), count(0, "shop")]).toEqual(["1 item", "2 items", "0 shops"]);
});
