import { library } from "@org/tooling/tsup";
import { defineConfig } from "tsup";

export default defineConfig((options) =>
  library(options, {
    entry: [
      "src/**/*.ts",
      "!src/**/*.test.ts",
      "!src/**/*.test-d.ts",
      "!src/**/testing/**",
      "!src/internal/docs/**",
    ],
  }),
);
