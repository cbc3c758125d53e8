import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { runToEnd } from "../stack/services.ts";
import type { Stack } from "../stack/start-stack.ts";
import type { Output } from "./output.ts";

/** Libraries that the worker and the web app load from `dist`. */
const reloaded = ["events", "integrations", "workflows"] as const;
const settleTime = 60;
const restartGrace = 2_000;

export interface ReloadOptions {
  root: string;
  stack: Pick<Stack, "restart" | "environment">;
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
  const runIn = (name: string, program: string, parameters: string[]) =>
    libraries.map((library) => {
      const cwd = join(root, library);
      const file = join(cwd, "node_modules/.bin", program);
      return runToEnd(name, { file, parameters, cwd, environment: stack.environment }, output.log);
    });
  try {
    // Stale files stay until the next full build: the web app may be reading them at this moment.
    await Promise.all(runIn("build", "tsup", ["--no-clean", "--silent", "--onSuccess", "true"]));
    await stack.restart("worker", restartGrace);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    output.line(`${output.style("green", "↻")} ${parts.join(", ")} reloaded in ${seconds} s`);
    // For editors, and to show type errors; these stop nothing.
    await Promise.all(runIn("types", "tsc", ["-p", "tsconfig.build.json"]));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    output.line(`${output.style("red", "✗")} ${parts.join(", ")}: ${problem} Save again once it is fixed.`);
  }
}

/** `packages/events` or `apps/worker`. */
function partOf(root: string, path: string): string {
  return relative(root, path).split(sep).slice(0, 2).join("/");
}
