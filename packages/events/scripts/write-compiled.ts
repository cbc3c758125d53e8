import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import { browserModule, compiledModule } from "./compiler/module.ts";

const folder = join(packageFolder, "dist");

for (const written of ["browser", "compiled"])
  await rm(join(folder, written), { recursive: true, force: true });
for (const { name, definitions } of catalogues) {
  for (const definition of definitions) {
    for (const module of [browserModule(name, definition), compiledModule(name, definition)]) {
      const { path, code, declarations } = module;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, `${path}.js`), code);
      await writeFile(join(folder, `${path}.d.ts`), declarations);
    }
  }
}
