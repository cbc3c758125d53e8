import { globSync } from "node:fs";
import { join } from "node:path";
import { type Entries, formsOf } from "@org/stores/mohallamart/words/catalogue";

const sources = join(import.meta.dirname, "..");

/** Every catalogue of the pages, by name. */
export async function catalogues(): Promise<{ name: string; entries: Entries }[]> {
  const files = globSync("**/{words,*-words}.ts", { cwd: sources }).toSorted();
  const found = await Promise.all(
    files.map(async (file) => Object.entries<unknown>(await import(join(sources, file)))),
  );
  return found.flat().flatMap(([name, entries]) => (isCatalogue(entries) ? [{ name, entries }] : []));
}

/** What their English texts say between the values, where it is long enough to be told apart. */
export async function englishTexts(): Promise<string[]> {
  const all = await catalogues();
  return all
    .flatMap(({ entries }) => Object.values(entries).flatMap(({ en }) => formsOf(en)))
    .flatMap((text) => text.split(/\{\w+\}/))
    .map((part) => part.trim())
    .filter((part) => part.length >= 8);
}

/** Other modules are named like one: those of 10 Ocean and of operations, who read English. */
function isCatalogue(exported: unknown): exported is Entries {
  const entries = Object.values(Object(exported));
  return (
    entries.length > 0 && entries.every((entry) => ["en", "hi", "kn"].every((code) => Object(entry)[code]))
  );
}
