/** `pnpm catalogue [--out <folder>] [--serve] [--port <port>]`: the event catalogue as a site. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { catalogues } from "../../src/catalogues.ts";
import { engineUrl, LOCAL_ENGINE } from "../../src/internal/cli/engine-url.ts";
import { ownHome } from "../../src/internal/cli/home.ts";
import { readKnownReaders } from "../../src/internal/cli/known-readers.ts";
import { packageFolder } from "../../src/internal/cli/package-folder.ts";
import { readWorkflows } from "./read-workflows.ts";
import { serveCatalogue } from "./serve.ts";
import { catalogueSite, compiledModules } from "./site.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: join(packageFolder, ".local/catalogue") },
    serve: { type: "boolean", default: false },
    port: { type: "string", default: "8290" },
  },
});

const { fields } = await readKnownReaders({ folder: packageFolder }, ownHome);
const workflows = await readWorkflows(ownHome.functions);
const files = await catalogueSite({ catalogues, workflows, readers: fields }, compiledModules(catalogues));

if (values.serve) {
  const { INNGEST_BASE_URL: engine = LOCAL_ENGINE, INNGEST_EVENT_KEY: eventKey } = process.env;
  const { url } = await serveCatalogue(files, {
    port: Number(values.port),
    engineUrl: engineUrl(engine).href,
    eventKey,
  });
  process.stdout.write(`The event catalogue is at ${url}\n`);
} else {
  const folder = resolve(values.out);
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  process.stdout.write(
    `Wrote ${files.size} files of the event catalogue: open ${join(folder, "index.html")}\n`,
  );
}
