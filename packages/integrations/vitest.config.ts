import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default Vitest keeps a core to itself; on two cores that would run one file at a time.
    maxWorkers: "100%",
    include: ["src/**/*.test.ts"],
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
    // A machine that does other work besides may be slow; nothing here waits for a timeout to pass.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 20_000, interval: 20 } },
    // Vite's module runner lacks import.meta.resolve, which the stack needs to find Postgres.
    server: { deps: { external: [/local-stack\/dist/] } },
  },
});
