import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The folder of all workflows. */
const sources = join(import.meta.dirname, "..");

export interface WorkflowFile {
  /** From `folder`, as `mohallamart/orders/cancel-order.ts`. */
  file: string;
  /** The function's id, which the file is named after. */
  id: string;
}

/** Every file under a folder that makes an Inngest function. */
export function workflowFiles(folder = sources): WorkflowFile[] {
  return globSync("**/*.{ts,tsx}", { cwd: folder })
    .filter((file) => !/\.(test|scenario)\.tsx?$|(^|\/)testing\//.test(file))
    .filter((file) => readFileSync(join(folder, file), "utf8").includes(".createFunction("))
    .map((file) => ({ file, id: basename(file).replace(/\.tsx?$/, "") }))
    .toSorted((a, b) => a.file.localeCompare(b.file));
}

/**
 * What is missing of the workflows under a folder, each with what to add.
 * @param served the ids of the functions that the products' indexes make
 */
export function missingParts(served: ReadonlySet<string>, folder = sources): string[] {
  const files = workflowFiles(folder);
  const has = (path: string) => existsSync(join(folder, path));
  const missing = files.flatMap(({ file, id }) => missingOf({ file, id }, { served, has, folder }));
  for (const scenario of globSync("**/*.scenario.ts", { cwd: folder })) {
    const workflow = scenario.replace(/\.scenario\.ts$/, "");
    if (files.every(({ file }) => file.replace(/\.tsx?$/, "") !== workflow))
      missing.push(`${scenario} is of no workflow: write ${workflow}.ts, or delete it.`);
  }
  for (const id of served)
    if (files.every((file) => file.id !== id)) missing.push(`${id} is served, but no file has its name.`);
  return missing;
}

interface Room {
  served: ReadonlySet<string>;
  has(path: string): boolean;
  folder: string;
}

function missingOf({ file, id }: WorkflowFile, { served, has, folder }: Room): string[] {
  const domain = dirname(file);
  const beside = (kind: string) => join(domain, `${id}.${kind}.ts`);
  const list = join(domain, "workflows.ts");
  const line = `export { … } from "./${basename(file)}";`;
  const listed = has(list) && readFileSync(join(folder, list), "utf8").includes(`from "./${basename(file)}"`);
  const parts: [boolean, string][] = [
    [has(beside("test")), `has no test: write ${beside("test")}.`],
    [has(beside("scenario")), `has no scenario: write ${beside("scenario")}, which exports \`scenario\`.`],
    [
      has(join(domain, "faults.test.ts")),
      `is not played with faults: copy another faults.test.ts to ${domain}.`,
    ],
    [listed, `is not listed: add \`${line}\` to ${list}.`],
    [!listed || served.has(id), `is listed but not served: name its domain in the product's index.ts.`],
  ];
  return parts.flatMap(([isThere, what]) => (isThere ? [] : [`${file} ${what}`]));
}
