import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: ["packages/*", "apps/*"],
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
