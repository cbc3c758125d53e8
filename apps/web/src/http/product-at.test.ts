import { expect, it } from "vitest";
import { productAt } from "./product-at.ts";

it.each([
  ["/ten-ocean", "ten-ocean"],
  ["/ten-ocean/", "ten-ocean"],
  ["/ten-ocean/%E0%A4%A", "ten-ocean"],
  ["/ten-oceans", "mohallamart"],
  ["/operations", "mohallamart"],
  ["/", "mohallamart"],
])("%s is a page of %s", (pathname, product) => {
  expect(productAt(pathname)).toBe(product);
});
