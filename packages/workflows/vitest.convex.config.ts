import { defineConfig } from "vitest/config";
import postgres from "./vitest.config.ts";

/** The orders' workflows and their faults, with the same test files, once more with the marketplace in Convex. */
export default defineConfig({
  test: {
    ...postgres.test,
    name: "@org/workflows on Convex",
    include: ["src/mohallamart/orders/*.test.ts"],
    provide: { marketplaceStore: "convex" },
  },
});
