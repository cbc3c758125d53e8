import { defineConfig } from "vitest/config";

export default defineConfig({
  // React of production has no functions for development's JSX.
  oxc: { jsx: { development: false } },
  test: {
    // Modules load once per worker, not once per file: no file changes what another one sees of them.
    isolate: false,
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts"],
    provide: { marketplaceStore: "postgres" },
    setupFiles: "src/testing/as-in-production.ts",
    globalSetup: "src/testing/global-setup.ts",
    // One test of every-workflow.test.ts plays dozens of runs, each on a database of its own.
    testTimeout: 300_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
