import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Run, runnerIn } from "../packed-consumer.ts";
import { publishedPackages, root } from "../repository.ts";
import { raiseDependents } from "./raise-dependents.ts";
import type { Registry } from "./registry.ts";

/** A copy of the repository in which versions are made and published, built packages and all. */
export interface Scratch {
  run: Run;
  /** What is published now, by name. */
  versions(): Promise<Record<string, string>>;
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** A changeset for the events package. */
  declare(bump: "patch" | "minor" | "major", why: string): Promise<void>;
  /** Consumes the changesets, remembers the contracts and marks the state, as `pnpm release:version` does. */
  version(mark: string): Promise<string>;
  build(): Promise<void>;
  publish(names: readonly string[], tag: string): Promise<void>;
}

const packages = publishedPackages();
const events = "packages/events";

export async function createScratch(folder: string, registry: Registry): Promise<Scratch> {
  await copyRepository(folder, registry);
  const run = runnerIn(folder);
  await run("git", "init", "--quiet", "--initial-branch=main");
  const commit = async (message: string) => {
    await run("git", "add", "--all");
    const author = ["-c", "user.name=rehearsal", "-c", "user.email=rehearsal@platform.example"];
    await run("git", ...author, "commit", "--quiet", "--no-verify", "--allow-empty", "-m", message);
  };
  await commit("begin");
  const manifestOf = async (at: string) => {
    const manifest: { name: string; version: string } = JSON.parse(
      await readFile(join(folder, at, "package.json"), "utf8"),
    );
    return manifest;
  };
  let changesets = 0;
  return {
    run,
    async versions() {
      const all = await Promise.all(packages.map((each) => manifestOf(each.folder)));
      return Object.fromEntries(all.map(({ name, version }) => [name, version]));
    },
    async edit(file, change) {
      const path = join(folder, file);
      const before = await readFile(path, "utf8");
      const after = change(before);
      if (after === before)
        throw new Error(`${file} is not as the rehearsal expects: adapt what it changes there.`);
      await writeFile(path, after);
    },
    async declare(bump, why) {
      changesets += 1;
      const text = `---\n"@org/events": ${bump}\n---\n\n${why}\n`;
      await writeFile(join(folder, `.changeset/rehearsal-${changesets}.md`), text);
    },
    async version(mark) {
      raiseDependents(folder);
      await run(join(root, "node_modules/.bin/changeset"), "version");
      await run(process.execPath, `${events}/src/cli.ts`, "release");
      await commit(mark);
      await run("git", "tag", mark);
      return (await manifestOf(events)).version;
    },
    async build() {
      const build = runnerIn(join(folder, events));
      await build(join(root, events, "node_modules/.bin/tsup"));
      await build(process.execPath, "scripts/write-exports.ts");
      await build(process.execPath, "scripts/write-compiled.ts");
      await build(process.execPath, "scripts/describe-declarations.ts");
    },
    async publish(names, tag) {
      for (const each of packages.filter(({ manifest }) => names.includes(manifest.name))) {
        const flags = ["--no-git-checks", "--ignore-scripts", "--access", "public", "--tag", tag];
        await runnerIn(join(folder, each.folder))("pnpm", "publish", ...flags, "--registry", registry.url);
      }
    },
  };
}

async function copyRepository(folder: string, { settings }: Registry): Promise<void> {
  const listed = await runnerIn(root)("git", "ls-files", "--cached", "--others", "--exclude-standard");
  for (const file of new Set(listed.split("\n").filter(Boolean))) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await cp(join(root, file), join(folder, file)).catch(() => {});
  }
  await writeFile(join(folder, ".npmrc"), settings);
  await writeFile(join(folder, ".gitignore"), "node_modules/\ndist/\n.npmrc\n");
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  for (const { folder: at } of packages) {
    await cp(join(root, at, "dist"), join(folder, at, "dist"), { recursive: true });
    await linkDependencies(join(root, at, "node_modules"), join(folder, at, "node_modules"), folder);
  }
}

/** What was installed, but for our own published packages, which are those of the copy. */
async function linkDependencies(from: string, to: string, scratch: string): Promise<void> {
  await mkdir(join(to, "@org"), { recursive: true });
  for (const name of await readdir(from))
    if (name !== "@org") await symlink(join(from, name), join(to, name));
  const ours = new Map(packages.map(({ folder, manifest }) => [manifest.name, join(scratch, folder)]));
  for (const name of await readdir(join(from, "@org"))) {
    await symlink(ours.get(`@org/${name}`) ?? join(from, "@org", name), join(to, "@org", name));
  }
}

export const publishedNames: readonly string[] = packages.map(({ manifest }) => manifest.name);
