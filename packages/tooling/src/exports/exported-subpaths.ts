import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, type Workspace } from "../repository.ts";

/**
 * Everything that a package lets others import, as they write it (`@org/events/money`), sorted. Node itself is asked,
 * about every name that the exports map or a file of the package could stand for. The package must be built.
 */
export function exportedSubpaths({ folder, manifest }: Workspace): string[] {
  const home = realpathSync(join(root, folder));
  if (!existsSync(join(home, "dist"))) {
    throw new Error(`${folder} has no dist: run \`pnpm build\` first.`);
  }
  const files = filesOf(home);
  const { resolve } = createRequire(join(home, "package.json"));
  const resolves = (name: string) => {
    try {
      return existsSync(resolve(name));
    } catch {
      return false;
    }
  };
  const names = [...mapped(manifest.exports ?? {}, files), ...guessed(files)].map((path) =>
    path === "." ? manifest.name : `${manifest.name}${path.slice(1)}`,
  );
  return [...new Set(names)].filter(resolves).sort();
}

/** What is or could be published: sources are asked about as well, so that a map that reaches them shows. */
function filesOf(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: "utf8" })
    .filter((path) => !/(^|\/)(node_modules|\.turbo)(\/|$)/.test(path))
    .filter((path) => statSync(join(home, path)).isFile())
    .map((path) => `./${path}`);
}

/** The names in an exports map, each pattern with what its `*` can stand for. */
function mapped(exports: Record<string, unknown>, files: string[]): string[] {
  return Object.entries(exports).flatMap(([name, target]) =>
    name.includes("*")
      ? targetsOf(target).flatMap((pattern) => fills(pattern, files).map((fill) => name.replace("*", fill)))
      : [name],
  );
}

function targetsOf(target: unknown): string[] {
  if (typeof target === "string") return [target];
  return target && typeof target === "object" ? Object.values(target).flatMap(targetsOf) : [];
}

function fills(pattern: string, files: string[]): string[] {
  const [before = "", after = ""] = pattern.split("*");
  return files
    .filter((file) => file.startsWith(before) && file.endsWith(after) && file.length > pattern.length - 1)
    .map((file) => file.slice(before.length, file.length - after.length));
}

/** What somebody who looked into the package could try: each file, with and without `dist` and its ending. */
function guessed(files: string[]): string[] {
  return files.flatMap((file) => {
    const short = file.replace(/^\.\/(dist|src)\//, "./");
    return [file, short, ...[file, short].map((path) => path.replace(/(\.d)?\.\w+$/, ""))];
  });
}
