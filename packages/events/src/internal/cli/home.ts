import { access, readFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import * as z from "zod";
import type { Home } from "../release/home.ts";
import { CommandError } from "./context.ts";
import { packageFolder, packageVersion } from "./package-folder.ts";

const repository = resolve(packageFolder, "../..");

/** This package, whose own contracts are meant where no other package says that it has some. */
export const ownHome: Home = {
  name: "@org/events",
  version: packageVersion(),
  folder: packageFolder,
  module: "src/catalogues.ts",
  releases: join(packageFolder, "releases"),
  changesets: join(repository, ".changeset"),
  functions: join(repository, "packages/workflows/functions.json"),
  readers: join(packageFolder, "readers"),
};

const path = z.string().min(1);
const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  "org-events": z.strictObject({
    catalogue: path,
    releases: path.default("releases"),
    readers: path.default("readers"),
    functions: path.default("functions.json"),
  }),
});

/**
 * The nearest package above a folder whose package.json has `"org-events": { "catalogue": "./src/events.ts" }`.
 * @throws CommandError that names the package.json and the field that is wrong
 */
export async function findHome(start: string): Promise<Home | undefined> {
  for (const folder of foldersAbove(start)) {
    const file = join(folder, "package.json");
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined || !text.includes('"org-events"')) continue;
    const manifest: unknown = JSON.parse(text);
    if (!isFields(manifest) || !isFields(manifest["org-events"])) continue;
    const read = manifestSchema.safeParse(manifest);
    if (!read.success) throw new CommandError(`${file}: ${z.prettifyError(read.error)}`);
    const { name, version, "org-events": own } = read.data;
    const { releases, readers, functions } = own;
    const inside = (part: string) => resolve(folder, part);
    return {
      ...{ name, version, folder, module: own.catalogue, changesets: await changesetsAbove(folder) },
      ...{ releases: inside(releases), readers: inside(readers), functions: inside(functions) },
    };
  }
  return undefined;
}

/** In a monorepo they are beside the lockfile. */
async function changesetsAbove(start: string): Promise<string> {
  for (const folder of foldersAbove(start)) {
    const changesets = join(folder, ".changeset");
    const isThere = await access(changesets).then(
      () => true,
      () => false,
    );
    if (isThere) return changesets;
  }
  return join(start, ".changeset");
}

function foldersAbove(start: string): string[] {
  const above = dirname(start);
  return above === start ? [start] : [start, ...foldersAbove(above)];
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** What an installer put there is its own, and gone with the next install. */
export function isInstalled(folder: string): boolean {
  return folder.split(sep).includes("node_modules");
}
