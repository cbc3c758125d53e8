import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cataloguesOf, type Home } from "./home.ts";
import { createRelease, type Release } from "./release.ts";

const run = promisify(execFile);

/** They extend files that are not beside what is unpacked; only tools read them. */
const withoutSettings = ":(exclude)tsconfig*.json";

/**
 * The contracts as they stood at a git ref, with their refinements: the sources of that commit are unpacked
 * beside today's, so that they find their dependencies, and loaded. Needs a Node that runs TypeScript.
 * @throws when the ref, or the package in it, does not exist
 */
export async function releaseAtRef(
  { folder: packageFolder, module }: Pick<Home, "folder" | "module">,
  ref: string,
): Promise<Release> {
  const { stdout } = await run("git", ["rev-parse", "--verify", "--short", `${ref}^{commit}`], {
    cwd: packageFolder,
  });
  const commit = stdout.trim();
  const parent = join(packageFolder, ".local");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "against-"));
  try {
    const archive = join(folder, "sources.tar");
    await run("git", ["archive", "--format=tar", `--output=${archive}`, commit, ".", withoutSettings], {
      cwd: packageFolder,
    });
    await run("tar", ["-xf", archive, "-C", folder]);
    return createRelease(commit, await cataloguesOf({ folder, module }));
  } finally {
    await rm(folder, { recursive: true, force: true });
    // Another one may be unpacking beside it.
    await rmdir(parent).catch(() => undefined);
  }
}
