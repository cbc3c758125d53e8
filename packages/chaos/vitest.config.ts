import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    testTimeout: 30_000,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
