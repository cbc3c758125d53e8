import type { Options } from "tsup";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Emits one module per source file: what a package's exports allow is then exactly a list of its files, nothing lands
 * in a chunk that has a name of its own, and importing one file loads that one and what it imports.
 */
const oneModulePerFile: Plugin = {
  name: "one-module-per-file",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: path.replace(/\.tsx?$/, ".js"), external: true },
    );
  },
};

/** How every published package is built; what only tests and tools need stays out. */
export function library({ watch }: { watch?: Options["watch"] }, changes: Options = {}): Options {
  return {
    entry: [
      "src/**/*.{ts,tsx}",
      "!src/**/*.test.{ts,tsx}",
      "!src/**/*.test-d.ts",
      "!src/**/testing/**",
      "!src/**/*.scenario.ts",
      "!src/**/*.bench.ts",
    ],
    format: "esm",
    target: "node20",
    platform: "neutral",
    splitting: false,
    sourcemap: true,
    silent: true,
    clean: !watch,
    esbuildPlugins: [oneModulePerFile],
    // tsup's own declaration build needs the compiler API that TypeScript 7 no longer has.
    onSuccess: watch ? undefined : "tsc -p tsconfig.build.json",
    ...changes,
  };
}
