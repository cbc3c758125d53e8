import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default Vitest keeps a core to itself; on two cores that would run one file at a time.
    maxWorkers: "100%",
    // The workflows and their vendors' clients load once per worker. No file changes a module's state.
    isolate: false,
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "scripts/**/*.test.ts"],
    globalSetup: "src/testing/global-setup.ts",
    // One test of every-workflow.test.ts plays dozens of runs, each on a database of its own.
    testTimeout: 120_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
