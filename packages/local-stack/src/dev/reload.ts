import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { watch } from "chokidar";
import type { Command } from "../processes/managed-process.ts";
import { CrashError } from "../stack/crash-error.ts";
import { runToEnd } from "../stack/services.ts";
import type { Stack } from "../stack/start-stack.ts";
import type { Output } from "./output.ts";

/** Libraries that the worker and the web app load from `dist`. */
const reloaded = ["events", "integrations", "workflows"] as const;
const settleTime = 60;
const restartGrace = 2_000;

export interface ReloadOptions {
  root: string;
  stack: Stack;
  output: Output;
}

/**
 * Rebuilds a library when a file of it is saved and restarts the worker, which syncs its functions with the engine as it
 * starts; the web app watches `dist` by itself. One watcher serves all, no process waits for a save.
 *
 * @returns the function that ends it.
 */
export function reloadOnSave({ root, stack, output }: ReloadOptions): () => Promise<void> {
  const folders = [...reloaded.map((name) => `packages/${name}/src`), "apps/worker/src"];
  const watcher = watch(folders.map((folder) => join(root, folder)).filter(existsSync), {
    ignoreInitial: true,
    ignored: (path) => /\.test(-d)?\.ts$/.test(path),
  });
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  watcher.on("all", (_event, path) => {
    changed.add(partOf(root, path));
    clearTimeout(timer);
    // Editors and formatters save in bursts.
    timer = setTimeout(() => {
      const parts = [...changed];
      changed.clear();
      work = work.then(() => reload({ root, stack, output }, parts));
    }, settleTime);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await work;
  };
}

async function reload({ root, stack, output }: ReloadOptions, parts: string[]): Promise<void> {
  const began = Date.now();
  const libraries = parts.filter((part) => part.startsWith("packages/"));
  try {
    await Promise.all(
      libraries.map((library) => runToEnd("build", bundle(root, library, stack), output.log)),
    );
    await stack.restart("worker", restartGrace);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    output.line(`${output.style("green", "↻")} ${parts.join(", ")} reloaded in ${seconds} s`);
    await Promise.all(
      libraries.map((library) => runToEnd("types", declarations(root, library, stack), output.log)),
    );
  } catch (error) {
    if (!(error instanceof CrashError)) throw error;
    const hint = "Save again once it is fixed.";
    output.line(`${output.style("red", "✗")} ${parts.join(", ")}: ${error.message} ${hint}`);
  }
}

/** Stale files stay until the next full build: the web app may be reading them at this moment. */
function bundle(root: string, library: string, stack: Stack): Command {
  const parameters = ["--no-clean", "--silent", "--onSuccess", "true"];
  return command(root, library, stack, "tsup", parameters);
}

/** After the restart, for editors; a type error is shown and stops nothing. */
function declarations(root: string, library: string, stack: Stack): Command {
  return command(root, library, stack, "tsc", ["-p", "tsconfig.build.json"]);
}

function command(
  root: string,
  library: string,
  stack: Stack,
  program: string,
  parameters: string[],
): Command {
  const cwd = join(root, library);
  return { file: join(cwd, "node_modules/.bin", program), parameters, cwd, environment: stack.environment };
}

/** `packages/events` or `apps/worker`. */
function partOf(root: string, path: string): string {
  return relative(root, path).split(sep).slice(0, 2).join("/");
}
