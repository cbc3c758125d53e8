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
  peerDependencies?: Record<string, string>;
}

export interface Workspace {
  /** Relative to the root: `packages/events`. */
  folder: string;
  manifest: Manifest;
}

export function readManifest(folder = ".", at = root): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(at, folder, "package.json"), "utf8"));
  return manifest;
}

/** Every package and app. */
export function workspaces(at = root): Workspace[] {
  return ["packages", "apps"].flatMap((parent) =>
    readdirSync(join(at, parent))
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(at, folder, "package.json")))
      .map((folder) => ({ folder, manifest: readManifest(folder, at) })),
  );
}

export function publishedPackages(at = root): Workspace[] {
  return workspaces(at).filter(({ manifest }) => !manifest.private);
}
