import { copyFile } from "node:fs/promises";
import { defineConfig } from "tsup";

const clientFolder = "dist/dashboard-client";

export default defineConfig((options) => [
  {
    entry: [
      "src/**/*.ts",
      "!src/**/*.test.*",
      "!src/**/*.test-d.ts",
      "!src/**/testing/**",
      "!src/dashboard/client/**",
    ],
    format: "esm",
    target: "node20",
    platform: "node",
    sourcemap: true,
    // Some of Node's modules (node:sqlite) exist only under their prefixed name.
    removeNodeProtocol: false,
    clean: options.watch ? false : ["!dashboard-client/**"],
    // tsup's own declaration build needs the compiler API that TypeScript 7 no longer has.
    onSuccess: options.watch ? undefined : "tsc -p tsconfig.build.json",
  },
  {
    entry: {
      app: "src/dashboard/client/main.tsx",
      style: "src/dashboard/client/styles/index.css",
      theme: "src/dashboard/client/theme-start.ts",
    },
    tsconfig: "src/dashboard/client/tsconfig.json",
    outDir: clientFolder,
    format: "esm",
    target: "es2023",
    platform: "browser",
    minify: !options.watch,
    splitting: false,
    noExternal: [/./],
    clean: !options.watch,
    onSuccess: () => copyFile("src/dashboard/client/icon.svg", `${clientFolder}/icon.svg`),
  },
]);
