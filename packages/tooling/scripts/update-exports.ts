/** Writes what each published package exports into packages/tooling/exports. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportedSubpaths } from "../src/exports/exported-subpaths.ts";
import { listPath } from "../src/exports/lists.ts";
import { publishedPackages, root } from "../src/repository.ts";

for (const workspace of publishedPackages()) {
  writeFileSync(
    join(root, listPath(workspace)),
    exportedSubpaths(workspace)
      .map((name) => `${name}\n`)
      .join(""),
  );
}
