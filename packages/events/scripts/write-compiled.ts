import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { compiledModule } from "./compiler/module.ts";

const folder = join(packageFolder, "dist/compiled");

await rm(folder, { recursive: true, force: true });
for (const { name, definitions } of catalogues) {
  for (const definition of definitions) {
    const { path, code, declarations } = compiledModule(name, definition);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, `${path}.js`), code);
    await writeFile(join(folder, `${path}.d.ts`), declarations);
  }
}
