import { copyFile } from "node:fs/promises";
import { library } from "@org/tooling/tsup";
import { defineConfig } from "tsup";

const clientFolder = "dist/dashboard-client";

export default defineConfig((options) => [
  library(options, {
    entry: [
      "src/**/*.ts",
      "!src/**/*.test.ts",
      "!src/**/*.test-d.ts",
      "!src/**/testing/**",
      "!src/fuzz/**",
      "!src/dashboard/client/**",
    ],
    platform: "node",
    // Some of Node's modules (node:sqlite) exist only under their prefixed name.
    removeNodeProtocol: false,
    clean: options.watch ? false : ["!dashboard-client/**"],
  }),
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
