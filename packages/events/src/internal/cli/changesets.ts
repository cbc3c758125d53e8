import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Bump, declaredBump } from "../release/semver.ts";

/** What the pending changesets of a folder declare for a package. */
export async function readChangesets(folder: string, packageName: string): Promise<Bump> {
  const files = await readdir(folder).catch(() => []);
  const texts = files
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => readFile(join(folder, file), "utf8"));
  return declaredBump(await Promise.all(texts), packageName);
}
