import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, type Workspace } from "../repository.ts";

/** Where a package's list of exports is kept, relative to the root. */
export function listPath({ folder }: Workspace): string {
  return `packages/tooling/exports/${folder.replace("packages/", "")}.txt`;
}

export function readList(workspace: Workspace): string[] {
  const path = join(root, listPath(workspace));
  return existsSync(path) ? linesOf(readFileSync(path, "utf8")) : [];
}

export function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
