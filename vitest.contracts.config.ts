import { defineConfig } from "vitest/config";

/** Checks against the vendors' published specs; they need the folder that VENDOR_SPECS_DIR names and fail without it. */
export default defineConfig({
  test: {
    include: ["packages/integrations/src/testing/published-specs/*.check.ts"],
    testTimeout: 30_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
