import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { EventCatalogue } from "../catalogue.ts";
import { createRelease, type Release } from "./release.ts";

const run = promisify(execFile);

/**
 * The contracts as they stood at a git ref, with their refinements: the sources of that commit are unpacked
 * beside today's, so that they find their dependencies, and loaded. Needs a Node that runs TypeScript.
 * @throws when the ref, or the package in it, does not exist
 */
export async function releaseAtRef(packageFolder: string, ref: string): Promise<Release> {
  const { stdout } = await run("git", ["rev-parse", "--verify", "--short", `${ref}^{commit}`], {
    cwd: packageFolder,
  });
  const commit = stdout.trim();
  const parent = join(packageFolder, ".local");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "against-"));
  try {
    const archive = join(folder, "sources.tar");
    await run("git", ["archive", "--format=tar", `--output=${archive}`, commit, "src"], {
      cwd: packageFolder,
    });
    await run("tar", ["-xf", archive, "-C", folder]);
    const sources = pathToFileURL(join(folder, "src/catalogues.ts"));
    const { catalogues }: { catalogues: readonly EventCatalogue[] } = await import(sources.href);
    return createRelease(commit, catalogues);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
