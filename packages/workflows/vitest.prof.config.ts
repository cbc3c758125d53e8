import { defineConfig } from "vitest/config";
import postgres from "./vitest.config.ts";

/** The faults of the orders' workflows, with the same test file, once more with the marketplace on Convex. */
export default defineConfig({
  test: {
    ...postgres.test,
    name: "@org/workflows on Convex",
    setupFiles: ["/tmp/convex/setup.ts"],
    include: ["src/mohallamart/orders/*.test.ts"],
    provide: { marketplaceStore: "convex" },
  },
});
