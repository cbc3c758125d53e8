import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../repository.ts";

/** The names of the files in `.changeset` that describe a change. */
export function changesetFiles(): string[] {
  return readdirSync(join(root, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
}

export function readChangeset(name: string): string {
  return readFileSync(join(root, ".changeset", name), "utf8");
}

/** The packages that a changeset releases: the keys above its text. */
export function packagesNamed(changeset: string): string[] {
  const [, header = ""] = /^---\n([\s\S]*?)\n---/.exec(changeset) ?? [];
  return [...header.matchAll(/^["']?([^"':]+)["']?\s*:/gm)].map(([, name = ""]) => name);
}
