import { expect, it } from "vitest";
import { marketplaceStoreFaults } from "./marketplace-store.ts";

const convex = { CONVEX_URL: "https://happy-animal-123.convex.cloud", CONVEX_SERVICE_KEY: "key" };

it.each([undefined, "", "postgres"])("%j needs nothing more", (store) => {
  expect(marketplaceStoreFaults({ MARKETPLACE_STORE: store })).toEqual([]);
});

it("convex needs its address and its key", () => {
  expect(marketplaceStoreFaults({ MARKETPLACE_STORE: "convex" }).map(({ name }) => name)).toEqual([
    "CONVEX_URL",
    "CONVEX_SERVICE_KEY",
  ]);
  expect(marketplaceStoreFaults({ MARKETPLACE_STORE: "convex", ...convex })).toEqual([]);
});

it("any other store is none", () => {
  expect(marketplaceStoreFaults({ MARKETPLACE_STORE: "mysql" })).toEqual([
    { name: "MARKETPLACE_STORE", message: "postgres or convex" },
  ]);
});
