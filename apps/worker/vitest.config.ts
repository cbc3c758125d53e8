import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Modules load once per worker, not once per file: no file changes what another one sees of them.
    isolate: false,
    include: ["src/**/*.test.ts", "e2e/*.test.ts"],
    // The end-to-end test starts an engine and the worker, on machines that do much else.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: "src/testing/global-setup.ts",
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
});
