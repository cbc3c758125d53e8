import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Modules load once per worker, not once per file: no file changes what another one sees of them.
    isolate: false,
    include: ["src/**/*.test.ts"],
    // No test changes a module for others, so a worker loads the SDK once and not once a file.
    isolate: false,
    // Real time only bounds a test that hangs: what is asserted runs on the virtual clock.
    testTimeout: 30_000,
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
});
