import { defineConfig } from "tsup";

export default defineConfig((options) => ({
  entry: [
    "src/**/*.ts",
    "src/**/*.tsx",
    "!src/**/*.test.*",
    "!src/**/*.test-d.ts",
    "!src/**/contract.ts",
    "!src/**/testing/**",
  ],
  format: "esm",
  target: "node20",
  platform: "neutral",
  sourcemap: true,
  clean: !options.watch,
  // tsup's own declaration build needs the compiler API that TypeScript 7 no longer has.
  onSuccess: options.watch ? undefined : "tsc -p tsconfig.build.json",
}));
