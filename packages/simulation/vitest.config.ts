import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // A play starts Postgres and the vendors, and lives through days; a busy machine takes its time.
    testTimeout: 240_000,
    hookTimeout: 60_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
