import { execFileSync } from "node:child_process";
import { root, type Workspace } from "../repository.ts";
import { linesOf, listPath } from "./lists.ts";

/** A moment that the lists are compared with. */
export interface Moment {
  commit: string;
  described: string;
  /** Whether a changeset that was there already may stand for a change since. */
  earlierChangesetsCount: boolean;
}

/** What git prints, or undefined when it refuses. */
function git(...parameters: string[]): string | undefined {
  try {
    return execFileSync("git", parameters, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}

/** Where this branch left the main one; on the main one itself, its last commit. */
export function branchingPoint(): Moment | undefined {
  for (const main of ["origin/main", "main"]) {
    const commit = git("merge-base", "HEAD", main);
    if (commit)
      return { commit, described: `${main} at ${commit.slice(0, 9)}`, earlierChangesetsCount: false };
  }
  return undefined;
}

/** The last commit that changed a package's version: what is in `.changeset` since then is not released. */
export function lastRelease({ folder, manifest }: Workspace): Moment | undefined {
  const commit = git("log", "-1", "--format=%H", "-G", '^  "version":', "--", `${folder}/package.json`);
  if (!commit || git("rev-parse", "--is-shallow-repository") === "true") return undefined;
  return { commit, described: `its version ${manifest.version}`, earlierChangesetsCount: true };
}

/** A package's list as it stood then; undefined when it had none. */
export function listAt(workspace: Workspace, { commit }: Moment): string[] | undefined {
  const text = git("show", `${commit}:${listPath(workspace)}`);
  return text === undefined ? undefined : linesOf(text);
}

/** The changesets that count for what changed since then, by file name. */
export function changesetsSince({ commit, earlierChangesetsCount }: Moment, all: string[]): string[] {
  if (earlierChangesetsCount) return all;
  const changed = [
    ...linesOf(git("diff", "--name-only", commit, "--", ".changeset") ?? ""),
    ...linesOf(git("ls-files", "--others", "--exclude-standard", "--", ".changeset") ?? ""),
  ];
  return all.filter((name) => changed.includes(`.changeset/${name}`));
}

/** Files under a folder that differ from then, or are new, by their path from the root. */
export function changedSince({ commit }: Moment, folder: string): string[] {
  return [
    ...linesOf(git("diff", "--name-only", commit, "--", folder) ?? ""),
    ...linesOf(git("ls-files", "--others", "--exclude-standard", "--", folder) ?? ""),
  ];
}
