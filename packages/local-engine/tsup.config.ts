import { defineConfig } from "tsup";

export default defineConfig((options) => ({
  entry: ["src/**/*.ts", "src/**/*.tsx", "!src/**/*.test.*", "!src/**/*.test-d.ts", "!src/**/testing/**"],
  format: "esm",
  target: "node20",
  platform: "node",
  sourcemap: true,
  // Some of Node's modules (node:sqlite) exist only under their prefixed name.
  removeNodeProtocol: false,
  clean: !options.watch,
  // tsup's own declaration build needs the compiler API that TypeScript 7 no longer has.
  onSuccess: options.watch ? undefined : "tsc -p tsconfig.build.json",
}));
