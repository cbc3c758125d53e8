import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default Vitest keeps a core to itself; on two cores that would run one file at a time.
    maxWorkers: "100%",
    include: ["src/**/*.test.ts"],
    // Tests here start real processes, which a busy machine makes wait.
    testTimeout: 60_000,
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
});
