import { expect, it } from "vitest";
import { convexBridge } from "../testing/convex-bridge.ts";
import { marketplaceStoreFault } from "./marketplace-store.ts";
import { convexStores } from "./stores.ts";

const bridge = await convexBridge();

it("Postgres is what is used when nothing is said", () => {
  expect(marketplaceStoreFault(undefined)).toBeUndefined();
  expect(marketplaceStoreFault("")).toBeUndefined();
  expect(marketplaceStoreFault("postgres")).toBeUndefined();
});

it("another database is no choice", () => {
  expect(marketplaceStoreFault("Convex")).toBe("postgres or convex");
});

it("Convex is refused with the name of every store that it cannot keep, and of no other", () => {
  const fault = marketplaceStoreFault("convex");
  for (const name of ["changes", "deliveryReports", "doubts", "logs", "reconciler"])
    expect(fault).toContain(name);
  for (const name of Object.keys(convexStores(bridge.deployment)))
    expect(fault).not.toMatch(new RegExp(`\\b${name}\\b`));
});
