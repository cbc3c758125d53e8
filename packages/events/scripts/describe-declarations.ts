import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { eventSlug } from "../src/internal/event-slug.ts";
import * as everyCatalogue from "../src/internal/every-catalogue.ts";
import { withDeclarationMap } from "./declarations/declaration-map.ts";
import { described } from "./declarations/describe.ts";
import { type ContractSource, contractSource } from "./declarations/field-sources.ts";
import type { DeclaredLine } from "./declarations/written-data.ts";
import { type ExportedEvent, withWrittenEmitters } from "./declarations/written-emitters.ts";

async function rewrite(file: string, change: (declarations: string) => DeclaredLine[]): Promise<void> {
  const path = join(packageFolder, "dist", file);
  const { text, map } = withDeclarationMap(path, change(await readFile(path, "utf8")));
  await writeFile(path, text);
  await writeFile(`${path}.map`, map);
}

for (const catalogue of Object.values(everyCatalogue)) {
  const { name } = catalogue;
  const sources = new Map<string, ContractSource & ExportedEvent>();
  for (const definition of catalogue.definitions) {
    const slug = eventSlug(name, definition.event);
    const exported = slug.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const source = contractSource(join(packageFolder, "src", name, `${slug}.ts`), exported);
    sources.set(definition.event, { ...source, name: exported });
    await rewrite(`${name}/${slug}.d.ts`, (declarations) => described(declarations, definition, source));
  }
  await rewrite(`${name}.d.ts`, (declarations) =>
    withWrittenEmitters(declarations, catalogue.groups, ({ event }) => {
      const source = sources.get(event);
      if (!source) throw new Error(`${name} lists ${event} in its groups alone.`);
      return source;
    }),
  );
}
