import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../network/ports.ts";
import { aborted } from "../processes/aborted.ts";
import { InUseError } from "../processes/ownership.ts";
import {
  type Commands,
  type CommandsInput,
  findRoot,
  libraryBuild,
  repositoryCommands,
  serveUrls,
} from "../stack/commands.ts";
import { CrashError } from "../stack/crash-error.ts";
import { type PortName, type Ports, usualPorts } from "../stack/ports.ts";
import { type Stack, type StackOptions, startStack } from "../stack/start-stack.ts";
import { runningStack } from "../stack/state-folder.ts";
import type { Output } from "./output.ts";
import { reloadOnSave } from "./reload.ts";
import { statusLines } from "./status.ts";
import { StopRequest, stopRequest } from "./stop-request.ts";
import { table } from "./table.ts";

export interface RunOptions {
  /** Environment of the command line. `ENGINE_URL` names an engine to use in place of ours. */
  environment: NodeJS.ProcessEnv;
  /** Every app, or the engine alone beside Postgres and the emulators. */
  parts: "everything" | "services";
  output: Output;
  /** Default: `.local` in the repository. */
  stateDir?: string;
  /** Default: those that everyone expects. */
  ports?: Partial<Ports>;
  /** Default: the commands of this repository, with reload on save. */
  commands?: StackOptions["commands"];
}

/** Runs the stack until someone asks it to stop or a part of it crashes. @returns the exit code. */
export async function run(options: RunOptions): Promise<number> {
  const { environment, parts, output, commands, ports = usualPorts } = options;
  const root = findRoot(import.meta.dirname);
  const stateDir = options.stateDir ?? join(root, ".local");
  const stop = stopRequest();
  const logs = heldLogs(output);
  let stack: Stack | undefined;
  let endReload: (() => Promise<void>) | undefined;
  try {
    stack = await startStack({
      environment,
      mode: "development",
      stateDir,
      ports,
      engineUrl: environment.ENGINE_URL || undefined,
      apps: parts === "everything" ? ["engine", "worker", "web"] : ["engine"],
      commands: commands ?? ((input) => ownCommands(input, parts)),
      catalogue: parts === "everything",
      onLine: logs.add,
      onStep: statusLines(output),
      signal: stop,
    });
    await introduce(stack, {
      root,
      stateDir,
      parts,
      output,
      wanted: ports,
      ownEngine: !environment.ENGINE_URL,
    });
    logs.show();
    if (parts === "everything" && !commands) {
      endReload = reloadOnSave({ root, stack, output });
      // Next compiles a page when it is first asked for; this way nobody waits for the storefront.
      fetch(stack.urls.web).catch(() => {});
    }
    return await Promise.race([stack.crashed, aborted(stop)]);
  } catch (error) {
    const code = explain(error, stateDir, output);
    await endReload?.();
    await stack?.stop();
    if (!InUseError.isInstance(error)) output.line("Everything is stopped.");
    return code;
  }
}

function ownCommands(input: CommandsInput, parts: RunOptions["parts"]): Commands {
  const commands = repositoryCommands(input);
  return parts === "everything"
    ? commands
    : { ...commands, build: libraryBuild(input.root, ["local-engine"]) };
}

/** While the status lines are printed the processes' own lines wait; those of finished steps are not shown. */
function heldLogs(output: Output): { add(name: string, line: string): void; show(): void } {
  let held: [string, string][] | undefined = [];
  return {
    add: (name, line) => (held ? void held.push([name, line]) : output.log(name, line)),
    show() {
      const waiting = held ?? [];
      held = undefined;
      for (const [name, line] of waiting) if (name !== "build" && name !== "migrate") output.log(name, line);
    },
  };
}

interface Introduction {
  root: string;
  stateDir: string;
  parts: RunOptions["parts"];
  output: Output;
  wanted: Partial<Ports>;
  ownEngine: boolean;
}

async function introduce(stack: Stack, introduction: Introduction): Promise<void> {
  const { root, stateDir, parts, output, wanted, ownEngine } = introduction;
  for (const note of movedPorts(stack.ports, wanted)) output.line(note);
  if (parts === "services") await tellOfForeignWorker(stack.ports.worker, output);
  output.line(`\n${table(["what", "URL"], rows(stack, root, parts))}\n`);
  if (!ownEngine) {
    const urls = serveUrls(stack.ports.worker).map((url) => `-u ${url}`);
    output.line(`Workflows run on ${stack.urls.engine}. Unless it runs already, start it with:\n`);
    output.line(`  npx inngest-cli@latest dev ${urls.join(" ")} --no-discovery\n`);
  }
  if (parts === "services") {
    const file = join(stateDir, "stack.env");
    writeFileSync(file, environmentFile(stack));
    output.line(`Environment for an app of yours: node --env-file=${file} …`);
  }
  output.line("Ctrl-C stops everything.\n");
}

function rows(stack: Stack, root: string, parts: RunOptions["parts"]): [string, string][] {
  const { web, engine, inbox, postgres, convex, catalogue } = stack.urls;
  const pages = (
    [
      ["Storefront", ""],
      ["Tenant portal", "/ten-ocean"],
      ["Operations console", "/operations"],
    ] as const
  ).filter(([, path]) => existsSync(join(root, "apps/web/app", path)));
  return [
    ...(parts === "everything" ? pages.map(([name, path]): [string, string] => [name, `${web}${path}`]) : []),
    ["Engine: events and runs", engine],
    ["Sent messages", inbox],
    ...(parts === "everything" ? [["Event catalogue", catalogue] as [string, string]] : []),
    ["Postgres", postgres],
    ...(stack.environment.MARKETPLACE_STORE === "convex"
      ? [["Convex, the marketplace's database", convex] as [string, string]]
      : []),
  ];
}

function movedPorts(ports: Ports, wanted: Partial<Ports>): string[] {
  return portEntries(wanted)
    .filter(([name, port]) => port !== 0 && ports[name] !== port)
    .map(([name, port]) => `Port ${port} is taken, so ${name} is on ${ports[name]}.`);
}

/** The worker is started by hand here, so whoever listens there may be it, or the worker of another stack. */
async function tellOfForeignWorker(port: number, output: Output): Promise<void> {
  if ((await freePort(port)) === port) return;
  output.line(
    `Port ${port} is in use: this engine calls whoever listens there as its worker. If that is the worker of another ` +
      "stack, stop it first: it would do this stack's runs on that stack's data.",
  );
}

/** `Object.entries` of a constant object literal: exactly its own keys. */
function portEntries(ports: Partial<Ports>): [PortName, number][] {
  return Object.entries(ports) as [PortName, number][];
}

/** What an app of one's own needs to talk to everything that runs here. */
function environmentFile({ environment, emulators }: Stack): string {
  const { DATABASE_URL, INNGEST_DEV, INNGEST_BASE_URL } = environment;
  const entries = Object.entries({ DATABASE_URL, INNGEST_DEV, INNGEST_BASE_URL, ...emulators.environment });
  return entries.map(([name, value]) => `${name}="${value}"\n`).join("");
}

function explain(error: unknown, stateDir: string, output: Output): number {
  if (StopRequest.isInstance(error)) {
    output.line(`\n${error.message}.`);
    return 0;
  }
  const cross = output.style("red", "✗");
  if (InUseError.isInstance(error)) {
    const urls = Object.entries(runningStack(stateDir)?.urls ?? {}).map(
      ([name, url]) => `  ${name.padEnd(9)} ${url}`,
    );
    output.line(`${cross} ${error.message}\n${urls.join("\n")}`);
  } else if (CrashError.isInstance(error)) {
    output.line(`\n${cross} ${error.message} It wrote last:\n`);
    for (const line of error.lines) output.log(error.part, line);
  } else {
    output.line(`\n${cross} ${error instanceof Error ? error.message : String(error)}`);
  }
  return 1;
}
