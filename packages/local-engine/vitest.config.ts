import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Modules load once per worker, not once per file: no file changes what another one sees of them.
    isolate: false,
    include: ["src/**/*.test.ts"],
    // Real time only bounds a test that hangs: what is asserted runs on the virtual clock.
    testTimeout: 30_000,
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
});
