import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Modules load once per worker, not once per file: no file changes what another one sees of them.
    isolate: false,
    include: ["src/**/*.test.ts"],
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
    provide: { marketplaceStore: "postgres" },
    globalSetup: "src/testing/global-setup.ts",
    // A machine that does other work besides may be slow; nothing here waits for a timeout to pass.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
