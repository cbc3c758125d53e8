import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["apps/*/e2e/browser/*.test.ts", "packages/*/e2e/browser/*.test.ts"],
    // Each file has a stack and a browser of its own, which mostly wait for each other.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
