import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Options } from "tsup";
import { fromFolder, ownSource, withRelativeImports } from "./own-source.ts";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Emits one module per source file: what a package's exports allow is then exactly a list of its files, nothing lands
 * in a chunk that has a name of its own, and importing one file loads that one and what it imports.
 */
const oneModulePerFile: Plugin = {
  name: "one-module-per-file",
  setup({ onResolve }) {
    const emitted = (path: string) => ({ path: path.replace(/\.tsx?$/, ".js"), external: true });
    onResolve({ filter: /^\.{1,2}\// }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : emitted(path),
    );
    onResolve({ filter: ownSource }, ({ path, resolveDir }) =>
      emitted(fromFolder(path, relative(resolve("src"), resolveDir))),
    );
  },
};

/** tsup's own declaration build needs the compiler API which TypeScript 7 does not have. */
async function writeDeclarations(): Promise<void> {
  const { status } = spawnSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
  if (status !== 0) throw new Error("The types do not hold: mend what tsc printed above, then build again.");
  for (const path of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".d.ts")) continue;
    const file = join("dist", path);
    const declarations = readFileSync(file, "utf8");
    const portable = withRelativeImports(declarations, dirname(path));
    if (portable !== declarations) writeFileSync(file, portable);
  }
}

/** How every published package is built; what only tests and tools need stays out. */
export function library({ watch }: { watch?: Options["watch"] }, changes: Options = {}): Options {
  return {
    entry: [
      "src/**/*.{ts,tsx}",
      "!src/**/*.test.{ts,tsx}",
      "!src/**/*.test-d.ts",
      "!src/**/testing/**",
      "!src/**/*.bench.ts",
      "!src/**/*.scenario.ts",
    ],
    format: "esm",
    target: "node20",
    platform: "neutral",
    splitting: false,
    sourcemap: true,
    silent: true,
    clean: !watch,
    esbuildPlugins: [oneModulePerFile],
    onSuccess: watch ? undefined : writeDeclarations,
    ...changes,
  };
}
