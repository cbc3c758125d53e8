import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // A play starts Postgres and the vendors, and lives through days; a busy machine takes its time.
    testTimeout: 600_000,
    hookTimeout: 60_000,
    // As when it runs outside of tests; and Vite's module runner lacks import.meta.resolve, which finds Postgres.
    server: { deps: { external: [/packages\/[^/]+\/dist/] } },
  },
});
