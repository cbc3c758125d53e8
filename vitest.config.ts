import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*"],
    // By default one core is left to Vitest itself, which needs little of it; of two cores that is half.
    maxWorkers: "100%",
    reporters: process.env.CI
      ? [
          "default",
          [
            "json",
            { outputFile: `.local/test-results/${process.env.TEST_POSTGRES_URL ? "stores" : "test"}.json` },
          ],
        ]
      : ["default"],
  },
});
