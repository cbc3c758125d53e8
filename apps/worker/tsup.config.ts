import { cpSync } from "node:fs";
import { defineConfig } from "tsup";

export default defineConfig({
  entry: ["src/server.ts", "src/cli.ts"],
  format: "esm",
  target: "node24",
  sourcemap: true,
  clean: true,
  // A worker that starts reads some dozens of files, not the thousand and more of the packages behind it.
  noExternal: [/^@org\//],
  define: { "process.env.NODE_ENV": '"production"' },
  // What is bundled from CommonJS asks for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  // The stores look for their migrations in the folders above them.
  onSuccess: async () => cpSync("../../packages/stores/drizzle", "dist/drizzle", { recursive: true }),
});
