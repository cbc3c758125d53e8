import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts"],
    globalSetup: "src/testing/global-setup.ts",
    // By default Vitest keeps a core to itself; these files share nothing, so two cores are two workers.
    maxWorkers: "100%",
    // One test of every-workflow.test.ts plays dozens of runs, each on a database of its own.
    testTimeout: 120_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
