import { posix } from "node:path";

/** How a package names its own source folder: its package.json maps `#src/*` to `./src/*`. */
export const ownSource = /^#src\//;

/**
 * The same module as a relative path, for what is published: there `src` does not exist.
 * @param folder the importing file's, relative to the package's `src` (and so to `dist`).
 */
export function fromFolder(specifier: string, folder: string): string {
  const path = posix.relative(folder, specifier.replace(ownSource, ""));
  return path.startsWith(".") ? path : `./${path}`;
}

/** A declaration file's text with each `#src/…` as a relative path. */
export function withRelativeImports(declarations: string, folder: string): string {
  return declarations.replace(
    /(["'])(#src\/[^"']+)\1/g,
    (_, quote: string, specifier: string) => `${quote}${fromFolder(specifier, folder)}${quote}`,
  );
}
