import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "scripts/**/*.test.ts", "examples/**/*.test.ts"],
    typecheck: { enabled: true, include: ["src/**/*.test-d.ts"], checker: "tsc" },
  },
});
