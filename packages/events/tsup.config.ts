import { defineConfig } from "tsup";

type Plugin = NonNullable<import("tsup").Options["esbuildPlugins"]>[number];

/** Emits one module per source file, so that importing one event loads that event and nothing beside it. */
const oneModulePerFile: Plugin = {
  name: "one-module-per-file",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: path.replace(/\.ts$/, ".js"), external: true },
    );
  },
};

export default defineConfig((options) => ({
  entry: ["src/**/*.ts", "!src/**/*.test.ts", "!src/**/*.test-d.ts", "!src/testing/**", "!src/docs/**"],
  format: "esm",
  target: "node20",
  platform: "neutral",
  splitting: false,
  sourcemap: true,
  clean: !options.watch,
  esbuildPlugins: [oneModulePerFile],
  // tsup's own declaration build needs the compiler API that TypeScript 7 no longer has.
  onSuccess: options.watch ? undefined : "tsc -p tsconfig.build.json",
}));
