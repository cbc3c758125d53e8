import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { eventSlug } from "../src/internal/event-slug.ts";
import { described } from "./declarations/describe.ts";

for (const { name, definitions } of catalogues) {
  for (const definition of definitions) {
    const file = join(packageFolder, "dist", name, `${eventSlug(name, definition.event)}.d.ts`);
    await writeFile(file, described(await readFile(file, "utf8"), definition));
  }
}
