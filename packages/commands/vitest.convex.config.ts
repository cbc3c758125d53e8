import { defineConfig } from "vitest/config";
import postgres from "./vitest.config.ts";

/** What concerns the marketplace, with the same test files, once more with it in Convex. */
export default defineConfig({
  test: {
    ...postgres.test,
    name: "@org/commands on Convex",
    include: ["src/{mohallamart,operations,sessions}/**/*.test.ts", "src/known-addresses.test.ts"],
    typecheck: { enabled: false },
    provide: { marketplaceStore: "convex" },
  },
});
