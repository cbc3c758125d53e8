import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesetFiles, packagesReleased, readChangeset } from "../exports/changesets.ts";
import { type Manifest, publishedPackages } from "../repository.ts";

type Bump = "patch" | "minor" | "major";

const bumps: readonly Bump[] = ["patch", "minor", "major"];

/** What a package has to be released as, and because of which of ours. */
interface Raised {
  name: string;
  bump: Bump;
  because: string;
}

/**
 * Adds the changeset that a repository's pending ones leave out: that of the packages which need a version of one of ours that
 * its old users do not fit.
 */
export function raiseDependents(repository: string): void {
  const manifests = publishedPackages(repository).map(({ manifest }) => manifest);
  const pending = changesetFiles(repository).map((name) => readChangeset(name, repository));
  const changeset = changesetOf(raisedDependents(manifests, declaredBumps(pending)));
  if (changeset) writeFileSync(join(repository, ".changeset", "raised-dependents.md"), changeset);
}

/**
 * The packages whose range of one of ours would leave what their own users have, in a release that does not say so: to
 * changesets such a release is a patch. Before 1.0.0 a minor version breaks as a major one does after it.
 * @param declared the highest bump that changesets declare, by package
 */
function raisedDependents(manifests: readonly Manifest[], declared: ReadonlyMap<string, Bump>): Raised[] {
  const versions = new Map(manifests.map(({ name, version }) => [name, version]));
  const breaking = (name: string): Bump => (versions.get(name)?.startsWith("0.") ? "minor" : "major");
  const breaks = (name: string, bump: Bump | undefined) =>
    bump !== undefined && bumps.indexOf(bump) >= bumps.indexOf(breaking(name));
  const planned = new Map(declared);
  const raised = new Map<string, Raised>();
  for (let before = -1; before !== raised.size; ) {
    before = raised.size;
    for (const { name, dependencies, peerDependencies } of manifests) {
      const because = Object.keys({ ...dependencies, ...peerDependencies }).find(
        (dependency) => versions.has(dependency) && breaks(dependency, planned.get(dependency)),
      );
      if (because === undefined || breaks(name, planned.get(name))) continue;
      planned.set(name, breaking(name));
      raised.set(name, { name, bump: breaking(name), because });
    }
  }
  return [...raised.values()];
}

/** The highest bump of each package that changesets declare. */
function declaredBumps(changesets: readonly string[]): Map<string, Bump> {
  const highest = new Map<string, Bump>();
  for (const { name, bump } of changesets.flatMap(packagesReleased)) {
    const known = highest.get(name);
    const found = bumps.find((each) => each === bump);
    if (found && (known === undefined || bumps.indexOf(found) > bumps.indexOf(known)))
      highest.set(name, found);
  }
  return highest;
}

/** The changeset that says so, or nothing when there is nothing to raise. */
function changesetOf(raised: readonly Raised[]): string | undefined {
  if (raised.length === 0) return undefined;
  const header = raised.map(({ name, bump }) => `"${name}": ${bump}`).join("\n");
  const causes = [...new Set(raised.map(({ because }) => because))].join(" and ");
  return `---\n${header}\n---\n\nNeeds the new ${causes}, which old programs do not fit: take them together.\n`;
}
