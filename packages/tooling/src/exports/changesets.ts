import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../repository.ts";

/** The names of the files in `.changeset` that describe a change. */
export function changesetFiles(at = root): string[] {
  return readdirSync(join(at, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
}

export function readChangeset(name: string, at = root): string {
  return readFileSync(join(at, ".changeset", name), "utf8");
}

/** The packages that a changeset releases: the keys above its text. */
export function packagesNamed(changeset: string): string[] {
  return packagesReleased(changeset).map(({ name }) => name);
}

/** The packages that a changeset releases, and as what. */
export function packagesReleased(changeset: string): { name: string; bump: string }[] {
  const [, header = ""] = /^---\n([\s\S]*?)\n---/.exec(changeset) ?? [];
  return [...header.matchAll(/^["']?([^"':]+)["']?\s*:[ \t]*(\w*)/gm)].map(([, name = "", bump = ""]) => ({
    name,
    bump,
  }));
}
