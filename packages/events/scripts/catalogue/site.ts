import { join } from "node:path";
import { build } from "esbuild";
import type { EventCatalogue } from "../../src/internal/catalogue.ts";
import { packageFolder, packageVersion } from "../../src/internal/cli/package-folder.ts";
import { eventSlug } from "../../src/internal/event-slug.ts";
import { asyncApiDocument } from "../../src/internal/schemas/async-api.ts";
import { eventCatalogFiles } from "./event-catalog.ts";
import { eventPage, type Known } from "./event-page.ts";
import { indexPage } from "./index-page.ts";
import { style } from "./style.ts";

/** A module of the compiled contracts, and what it exports. */
export interface CompiledModule {
  event: string;
  /** Of the module's file, which the build of the package wrote. */
  path: string;
  exported: string;
}

/** The whole catalogue as files: path in the site to content. Pages work from a folder as from a server. */
export async function catalogueSite(
  known: Known,
  compiled: readonly CompiledModule[],
): Promise<Map<string, string>> {
  const files = new Map([
    ["index.html", indexPage(known.catalogues)],
    ["style.css", style],
    ["search.js", await bundle('import { searchEvents } from "./search.ts"; searchEvents();')],
    ["try.js", await bundle(tryScript(compiled))],
    ...eventCatalogFiles(known.catalogues, known.workflows),
  ]);
  for (const catalogue of known.catalogues) {
    const asyncApi = asyncApiDocument(catalogue, packageVersion());
    files.set(`asyncapi/${catalogue.name}.json`, `${JSON.stringify(asyncApi, null, 2)}\n`);
    for (const definition of catalogue.definitions) {
      const path = `${catalogue.name}/${eventSlug(catalogue.name, definition.event)}.html`;
      files.set(path, eventPage(catalogue, definition, known));
    }
  }
  return files;
}

/** The compiled module of every event of the catalogues. */
export function compiledModules(catalogues: readonly EventCatalogue[]): CompiledModule[] {
  return catalogues.flatMap(({ name, definitions }) =>
    definitions.map(({ event }) => {
      const slug = eventSlug(name, event);
      const exported = slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return { event, path: join(packageFolder, "dist/compiled", name, `${slug}.js`), exported };
    }),
  );
}

function tryScript(compiled: readonly CompiledModule[]): string {
  const imports = compiled.map(
    ({ path, exported }, index) => `import { ${exported} as event${index} } from ${JSON.stringify(path)};`,
  );
  const contracts = compiled.map(({ event }, index) => `${JSON.stringify(event)}: event${index}`);
  return `import { tryEvents } from "./try.ts";\n${imports.join("\n")}\ntryEvents({ ${contracts.join(", ")} });`;
}

/** One classic script, because a page that is a file may not load modules. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(import.meta.dirname, "client"), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
  });
  return outputFiles.map(({ text }) => text).join("");
}
