import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Modules load once per worker, not once per file: no file changes what another one sees of them.
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}", "e2e/*.test.ts"],
    globalSetup: "src/testing/global-setup.ts",
    // The end-to-end tests start the whole stack, on machines that do much else.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
