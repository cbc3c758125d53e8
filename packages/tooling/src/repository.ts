import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that everything is in. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

export interface Manifest {
  name: string;
  private?: boolean;
  version: string;
  packageManager?: string;
  exports?: Record<string, unknown>;
  scripts?: Record<string, string>;
  files?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface Workspace {
  /** Relative to the root: `packages/events`. */
  folder: string;
  manifest: Manifest;
}

export function readManifest(folder = "."): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  return manifest;
}

/** Every package and app. */
export function workspaces(): Workspace[] {
  return ["packages", "apps"].flatMap((parent) =>
    readdirSync(join(root, parent))
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, "package.json")))
      .map((folder) => ({ folder, manifest: readManifest(folder) })),
  );
}

export function publishedPackages(): Workspace[] {
  return workspaces().filter(({ manifest }) => !manifest.private);
}
