import { defineConfig } from "vitest/config";
import postgres from "./vitest.config.ts";

/** What the marketplace asks of its stores, with the same test files, once more on Convex. */
export default defineConfig({
  test: {
    ...postgres.test,
    name: "@org/commands on Convex",
    include: ["src/{mohallamart,operations,sessions}/**/*.test.ts", "src/known-addresses.test.ts"],
    typecheck: { enabled: false },
    provide: { marketplaceStore: "convex" },
  },
});
