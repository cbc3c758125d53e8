import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // Tests here start real processes, which a busy machine makes wait.
    testTimeout: 60_000,
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
});
