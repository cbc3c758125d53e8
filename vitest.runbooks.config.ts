import { defineConfig } from "vitest/config";

/** Follows the runbooks against a deployment on this machine; they need the server that TEST_POSTGRES_URL names. */
export default defineConfig({
  test: {
    include: ["apps/worker/src/testing/runbooks/*.check.ts"],
    testTimeout: 600_000,
    hookTimeout: 300_000,
    // Each goes on with the deployment that the one before has left.
    bail: 1,
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
