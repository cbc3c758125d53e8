import { expect, it } from "vitest";
import { routes } from "../../e2e/web-routes.ts";
import { askedFor, missingPath, sectionOf } from "./sections.ts";

it.each([
  ["/o/Qm9uam91ciBsZSBtb25kZQ", { section: "/o", id: "Qm9uam91ciBsZSBtb25kZQ" }],
  ["/orders/ord_1", { section: "/orders", id: "ord_1" }],
  ["/sell/applications/sk_1", { section: "/sell/applications", id: "sk_1" }],
  ["/products/%00", { section: "/products", id: "\0" }],
  ["/products/nothing", { section: "/products", id: "nothing" }],
  ["/ten-ocean/events/new", { section: "/ten-ocean/events", id: "new" }],
  ["/orders/", { section: "/orders", id: "" }],
  ["/orders", undefined],
  ["/orders/ord_1/cancel", { section: "/orders", id: "ord_1" }],
  ["/orders/ord_1/progress", undefined],
  ["/checkout/shop_1", undefined],
  ["/checkout/shop_1/ord_1", { section: "/checkout", id: "ord_1" }],
  ["/checkout/shop_1/ord_1/placed", undefined],
  ["/shop/products/prod_1", undefined],
  ["/ten-ocean/forum/topic_1", { section: "/ten-ocean/forum", id: "topic_1" }],
  ["/ten-ocean/forum/new", undefined],
  ["/ten-ocean/forum/names", undefined],
  ["/ten-ocean/admin/events/evt_1", undefined],
  ["/", undefined],
])("%s", (pathname, expected) => {
  expect(sectionOf(pathname)).toEqual(expected);
});

it.each(["/orders/ord_1", "/not-found", "/not-foundry/1"])(
  "the address that stands for %s leads back to it",
  (pathname) => {
    expect(askedFor(missingPath(pathname))).toBe(pathname);
    expect(askedFor(pathname)).toBe(pathname);
  },
);

it("takes no page for a thing whose id it is", () => {
  const pages = routes.filter((route) => !route.includes("["));
  expect(pages).toEqual(expect.arrayContaining(["/cart", "/ten-ocean/forum/new"]));
  expect(pages.filter((route) => sectionOf(route) !== undefined)).toEqual([]);
});
