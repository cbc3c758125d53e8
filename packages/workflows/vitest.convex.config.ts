import { defineConfig } from "vitest/config";
import postgres from "./vitest.config.ts";

/** What may go wrong with orders, with the same test files, once more with the marketplace in Convex. */
export default defineConfig({
  ...postgres,
  test: {
    ...postgres.test,
    name: "@org/workflows on Convex",
    include: ["src/mohallamart/orders/{faults,order-races}.test.ts"],
    provide: { marketplaceStore: "convex" },
  },
});
