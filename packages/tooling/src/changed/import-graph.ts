import { dirname, join } from "node:path/posix";

/** Sources by their path from the root. */
export type Sources = ReadonlyMap<string, string>;

const specifiers = /(?:\bfrom|\bimport)\s*\(?\s*["']((?:\.{1,2}\/|#src\/)[^"']+)["']/g;

/** The files of its own package that a file imports, types included. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(specifiers)].map(([, specifier = ""]) =>
    specifier.startsWith("#src/")
      ? specifier.replace("#src", path.split("/").slice(0, 2).concat("src").join("/"))
      : join(dirname(path), specifier),
  );
}

const isBench = (path: string) => path.includes("/testing/");

/**
 * What imports a file, directly or through others. Not through a bench: it brings a whole package together, so its
 * users would be every test there is.
 */
export function importersOf(changed: string, sources: Sources): Set<string> {
  const importers = new Map<string, string[]>();
  for (const [path, text] of sources) {
    for (const imported of importsOf(path, text)) {
      importers.set(imported, [...(importers.get(imported) ?? []), path]);
    }
  }
  const found = new Set<string>();
  const queue = [changed];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (isBench(path) && path !== changed) continue;
    for (const importer of importers.get(path) ?? []) {
      if (found.has(importer)) continue;
      found.add(importer);
      queue.push(importer);
    }
  }
  return found;
}
