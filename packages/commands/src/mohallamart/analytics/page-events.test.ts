import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { describe, expect, it } from "vitest";
import { pageEvents } from "./page-events.ts";

const names = (address: string, from?: string) => pageEvents(address, from).map(({ event }) => event);

describe("pageEvents", () => {
  it.each([
    ["/", { page: "storefront" }],
    ["/cart", { page: "cart" }],
    ["/products/prod_101", { page: "product", productId: "prod_101" }],
    ["/orders/ord_01K9SECRET", { page: "order" }],
    ["/account?from=email", { page: "account" }],
  ])("counts %s as a view of its page, without its address", (address, properties) => {
    expect(pageEvents(address, undefined)).toEqual([{ event: "page.viewed", properties }]);
  });

  it.each(["/nowhere", "/products/../cart", "/sign-in", "", "https://elsewhere.example/", "/orders/a/b"])(
    "does not count %j",
    (address) => {
      expect(pageEvents(address, undefined)).toEqual([]);
    },
  );

  it("counts a search once, however far its results are leafed through", () => {
    expect(pageEvents("/search?q=+toor+dal&sort=cheapest", "/")).toContainEqual({
      event: "search.performed",
      properties: { query: "toor dal" },
    });
    expect(names("/search?q=toor+dal&page=2", "/search?q=toor+dal")).toEqual(["page.viewed"]);
    expect(names("/search?q=+")).toEqual(["page.viewed"]);
  });

  it("counts a search as converted when it leads to a product", () => {
    expect(pageEvents("/products/prod_101", "/search?q=dal&page=2")).toContainEqual({
      event: "search.converted",
      properties: { query: "dal", clickedProduct: "prod_101" },
    });
    expect(names("/products/prod_101", "/")).toEqual(["page.viewed"]);
    expect(names("/cart", "/search?q=dal")).toEqual(["page.viewed"]);
  });

  it("counts a checkout as started at a shop", () => {
    expect(pageEvents("/checkout/shop_789", "/cart")).toContainEqual({
      event: "checkout.started",
      properties: { shopId: "shop_789" },
    });
  });

  it("makes events that their contract accepts", () => {
    const addresses = [`/search?q=${"x".repeat(5_000)}`, "/products/prod_1", "/checkout/shop_1"];
    const events = addresses.flatMap((address) => pageEvents(address, "/search?q=x"));
    for (const event of events) {
      expect(() => analyticsTrack.create({ sessionId: "visit", ...event })).not.toThrow();
    }
  });
});
