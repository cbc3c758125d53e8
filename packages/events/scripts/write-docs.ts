import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { catalogues } from "../src/catalogues.ts";
import { ownHome } from "../src/internal/cli/home.ts";
import { readKnownReaders } from "../src/internal/cli/known-readers.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { cataloguePage, eventPage, indexPage } from "../src/internal/docs/pages.ts";
import { eventSlug } from "../src/internal/event-slug.ts";
import { assertFolders } from "./catalogue-folders.ts";

const repository = resolve(packageFolder, "../..");
const folder = join(repository, "docs/catalogue");

async function pages(): Promise<Map<string, string>> {
  const { consumers, fields } = await readKnownReaders({ folder: repository }, ownHome);
  const content = new Map([["README.md", indexPage(catalogues)]]);
  for (const catalogue of catalogues) {
    content.set(`${catalogue.name}/README.md`, cataloguePage(catalogue));
    for (const definition of catalogue.definitions) {
      const path = `${catalogue.name}/${eventSlug(catalogue.name, definition.event)}.md`;
      const known = consumers && (consumers.get(definition.event) ?? []);
      content.set(path, eventPage(catalogue, definition, known, fields));
    }
  }
  return content;
}

async function existingPages(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function write(content: Map<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of content) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  process.stdout.write(`wrote ${content.size} pages to ${folder}\n`);
}

/** Pages that differ from what the definitions say, are missing, or belong to no event. */
async function stalePages(content: Map<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, text] of content) {
    const written = await readFile(join(folder, path), "utf8").catch(() => undefined);
    if (written !== text) stale.push(path);
  }
  return [...stale, ...(await existingPages()).filter((path) => !content.has(path))];
}

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
await assertFolders(join(packageFolder, "src"), catalogues);
const content = await pages();
if (values.check) {
  const stale = await stalePages(content);
  const verdict =
    stale.length > 0 ? `stale: ${stale.join(", ")}. Run: pnpm --filter @org/events run docs` : "up to date";
  process.stdout.write(`docs/catalogue is ${verdict}\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else await write(content);
