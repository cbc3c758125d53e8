import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Command } from "../processes/managed-process.ts";
import { localServiceKey } from "./environment.ts";
import type { Ports } from "./ports.ts";

/** What the stack runs; tests give stand-ins. */
export interface Commands {
  /** Builds what the others load; absent when everything is built already. */
  build?: Command;
  /** Absent when another engine is used. */
  engine?: Command;
  /** The marketplace's own database; absent when it is in Postgres. */
  convex?: Command;
  migrate: Command;
  worker: Command;
  web: Command;
  /** The event catalogue's pages; absent where nobody asked for them. */
  catalogue?: Command;
}

export interface CommandsInput {
  root: string;
  mode: "development" | "production";
  stateDir: string;
  ports: Ports;
  /** Which database keeps the marketplace. Default: postgres. */
  marketplaceStore?: string | undefined;
  /** Whether the event catalogue is served. Default: no. */
  catalogue?: boolean | undefined;
}

/** Addresses at which the worker serves its Inngest apps. */
const servePaths = ["/api/inngest/mohallamart", "/api/inngest/ten-ocean", "/api/inngest/operations"] as const;

/** Commands of this repository's own apps, without their environment. */
export function repositoryCommands({
  root,
  mode,
  stateDir,
  ports,
  marketplaceStore,
  catalogue,
}: CommandsInput): Commands & { engine: Command } {
  const worker = join(root, "apps/worker");
  const web = join(root, "apps/web");
  const isDevelopment = mode === "development";
  const node = (script: string, parameters: string[], cwd: string, flags: string[] = []): Command => ({
    file: process.execPath,
    parameters: [...flags, script, ...parameters],
    cwd,
  });
  // What is built goes by its name: apps/web/start.ts says why. Where it is compiled, Next starts a process of its own for it.
  const next = isDevelopment ? ["dev", "-H", "127.0.0.1"] : ["start", "-H", "localhost"];
  const exported = join(root, "packages/events/dist/exports");
  const page = [
    ...["--examples", join(exported, "examples.json"), "--schemas", join(exported, "schemas.json")],
    ...["--home", `http://127.0.0.1:${ports.web}/operations/workflows`],
  ];
  const urls = serveUrls(ports.worker).flatMap((url) => ["-u", url]);
  return {
    build: isDevelopment ? libraryBuild(root, libraries(root)) : undefined,
    engine: node(
      join(root, "packages/local-engine/dist/cli.js"),
      ["dev", ...urls, ...page, "-p", String(ports.engine), "--no-discovery", "--persist"],
      join(stateDir, "engine"),
    ),
    convex:
      marketplaceStore === "convex"
        ? node(
            "scripts/convex-local.ts",
            [String(ports.convex), join(stateDir, "convex.json"), localServiceKey],
            join(root, "packages/stores"),
          )
        : undefined,
    migrate: isDevelopment
      ? node("src/cli.ts", ["migrate", "demo-data", "demo-content"], worker)
      : node("dist/cli.js", ["migrate", "demo-data"], worker),
    // Stacks name sources, as those of the worker's own start do.
    worker: node(isDevelopment ? "src/server.ts" : "dist/server.js", [], worker, ["--enable-source-maps"]),
    catalogue: catalogue
      ? node("packages/events/scripts/catalogue/cli.ts", ["--serve", "--port", String(ports.catalogue)], root)
      : undefined,
    web: node(resolveBin(web, "next/dist/bin/next"), [...next, "-p", String(ports.web)], web, [
      "--dns-result-order=ipv4first",
    ]),
  };
}

/** Builds libraries and those that they need; what did not change comes from turbo's cache. */
export function libraryBuild(root: string, names: string[]): Command {
  return {
    file: join(root, "node_modules/.bin/turbo"),
    parameters: [
      "run",
      "build",
      ...names.map((name) => `--filter=./packages/${name}`),
      "--ui=stream",
      "--output-logs=errors-only",
    ],
    cwd: root,
  };
}

export function serveUrls(workerPort: number): string[] {
  return servePaths.map((path) => `http://127.0.0.1:${workerPort}${path}`);
}

/** Folder names of the workspace's libraries that the apps and the engine load from `dist`. */
function libraries(root: string): string[] {
  const packages = join(root, "packages");
  return readdirSync(packages).filter((name) => {
    return name !== "local-stack" && existsSync(join(packages, name, "package.json"));
  });
}

/** The repository that contains a file: the folder above it with pnpm-workspace.yaml. */
export function findRoot(from: string): string {
  if (existsSync(join(from, "pnpm-workspace.yaml"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("There is no pnpm-workspace.yaml above this program.");
  return findRoot(parent);
}

function resolveBin(packageDir: string, path: string): string {
  return createRequire(join(packageDir, "package.json")).resolve(path);
}
