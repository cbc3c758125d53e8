import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runnerIn } from "../packed-consumer.ts";
import { type Manifest, publishedPackages, root, workspaces } from "../repository.ts";
import { raiseDependents } from "./raise-dependents.ts";

/** What is declared for each release, one after the other. */
const history: Record<string, "patch" | "minor" | "major">[] = [
  { "@org/events": "minor" },
  { "@org/events": "major" },
  { "@org/integrations": "patch" },
  { "@org/stores": "major", "@org/workflows": "patch" },
  { "@org/events": "minor", "@org/commands": "minor" },
  { "@org/integrations": "major" },
];

/** The manifests alone, all of one version, where `changeset version` runs as it does here. */
async function repositoryOf(version: string) {
  const folder = mkdtempSync(join(tmpdir(), "versions-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { folder: at, manifest } of workspaces()) {
    mkdirSync(join(folder, at), { recursive: true });
    const changed = manifest.private ? manifest : { ...manifest, version };
    writeFileSync(join(folder, at, "package.json"), JSON.stringify(changed));
  }
  mkdirSync(join(folder, ".changeset"));
  for (const file of ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ".changeset/config.json"])
    copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const run = runnerIn(folder);
  await run("git", "init", "--quiet", "--initial-branch=main");
  return { folder, run };
}

const breakingPart = (version: string) => /^(0\.\d+|\d+)/.exec(version)?.[0];

/** Our own packages that a manifest brings or asks for, as they are when it is published: `^` of what is there. */
function ranges(manifest: Manifest, versions: ReadonlyMap<string, string>) {
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  return new Map(names.flatMap((name) => [versions.get(name) ?? []].flat().map((at) => [name, at] as const)));
}

/** Releases whose range of one of ours left the range before, though their own version stayed in its range. */
function crossed(before: readonly Manifest[], after: readonly Manifest[]): string[] {
  const versionsOf = (manifests: readonly Manifest[]) =>
    new Map(manifests.map(({ name, version }) => [name, version]));
  const [old, now] = [versionsOf(before), versionsOf(after)];
  return after.flatMap((manifest) => {
    const { name, version } = manifest;
    if (breakingPart(version) !== breakingPart(old.get(name) ?? "")) return [];
    const were = ranges(manifest, old);
    return [...ranges(manifest, now)]
      .filter(([dependency, at]) => breakingPart(at) !== breakingPart(were.get(dependency) ?? ""))
      .map(([dependency, at]) => `${name} ${version} needs ${dependency} ^${at}`);
  });
}

async function play(version: string, prepare: (folder: string) => void): Promise<string[]> {
  const { folder, run } = await repositoryOf(version);
  const manifests = () => publishedPackages(folder).map(({ manifest }) => manifest);
  const found: string[] = [];
  for (const [turn, bumps] of history.entries()) {
    const header = Object.entries(bumps).map(([name, bump]) => `"${name}": ${bump}`);
    writeFileSync(join(folder, `.changeset/turn-${turn}.md`), `---\n${header.join("\n")}\n---\n\nText.\n`);
    const before = manifests();
    prepare(folder);
    await run(join(root, "node_modules/.bin/changeset"), "version");
    found.push(...crossed(before, manifests()));
  }
  const events = manifests().find(({ name }) => name === "@org/events");
  expect(events?.version).toBe(version.startsWith("0.") ? "1.1.0" : "2.1.0");
  return found;
}

describe.each(["0.1.0", "1.0.0"])("from %s on, a history of releases", (version) => {
  it("never takes a dependent over a breaking release of ours in one that does not break", async () => {
    expect(await play(version, raiseDependents)).toEqual([]);
  }, 120_000);
});

it("would, were it left to changesets", async () => {
  expect(await play("1.0.0", () => {})).toContain("@org/workflows 1.0.1 needs @org/events ^2.0.0");
}, 120_000);

it("has one copy of the contracts: whoever needs them leaves it to the application to bring them", () => {
  const needing = publishedPackages().filter(({ manifest: { name } }) => name !== "@org/events");
  for (const { manifest } of needing) expect(manifest.dependencies).not.toHaveProperty("@org/events");
  const asking = needing.filter(
    ({ manifest }) => manifest.peerDependencies?.["@org/events"] === "workspace:^",
  );
  expect(asking.map(({ manifest }) => manifest.name).toSorted()).toEqual([
    "@org/commands",
    "@org/integrations",
    "@org/stores",
    "@org/workflows",
  ]);
});
