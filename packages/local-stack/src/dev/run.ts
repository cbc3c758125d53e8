import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InUseError } from "../processes/ownership.ts";
import { findRoot, libraryBuild, repositoryCommands, serveUrls } from "../stack/commands.ts";
import { CrashError } from "../stack/crash-error.ts";
import { type PortName, type Ports, usualPorts } from "../stack/ports.ts";
import { type AppName, type Stack, startStack } from "../stack/start-stack.ts";
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
}

/** Runs the stack until someone asks it to stop or a part of it crashes. @returns the exit code. */
export async function run({ environment, parts, output }: RunOptions): Promise<number> {
  const root = findRoot(import.meta.dirname);
  const stateDir = join(root, ".local");
  const stop = stopRequest();
  const held: [string, string][] = [];
  let live = false;
  let stack: Stack | undefined;
  let endReload: (() => Promise<void>) | undefined;
  try {
    stack = await startStack({
      environment,
      mode: "development",
      stateDir,
      ports: usualPorts,
      engineUrl: environment.ENGINE_URL || undefined,
      apps: appsOf(parts),
      commands: (input) => {
        const commands = repositoryCommands(input);
        return parts === "everything"
          ? commands
          : { ...commands, build: libraryBuild(root, ["local-engine"]) };
      },
      onLine: (name, line) => (live ? output.log(name, line) : held.push([name, line])),
      onStep: statusLines(output),
      signal: stop,
    });
    introduce(stack, { root, stateDir, parts, output, ownEngine: !environment.ENGINE_URL });
    live = true;
    for (const [name, line] of held) if (name !== "build" && name !== "migrate") output.log(name, line);
    if (parts === "everything") endReload = reloadOnSave({ root, stack, output });
    await Promise.race([stack.crashed, aborted(stop)]);
    return 0;
  } catch (error) {
    return explain(error, stateDir, output);
  } finally {
    await endReload?.();
    await stack?.stop();
  }
}

function appsOf(parts: RunOptions["parts"]): AppName[] {
  return parts === "everything" ? ["engine", "worker", "web"] : ["engine"];
}

interface Introduction {
  root: string;
  stateDir: string;
  parts: RunOptions["parts"];
  output: Output;
  ownEngine: boolean;
}

function introduce(stack: Stack, { root, stateDir, parts, output, ownEngine }: Introduction): void {
  for (const note of movedPorts(stack.ports, parts)) output.line(note);
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
  const { web, engine, inbox, postgres } = stack.urls;
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
    ["Postgres", postgres],
  ];
}

function movedPorts(ports: Ports, parts: RunOptions["parts"]): string[] {
  const unused: PortName[] = parts === "everything" ? [] : ["web", "worker"];
  return portEntries(usualPorts)
    .filter(([name, usual]) => ports[name] !== usual && !unused.includes(name))
    .map(([name, usual]) => `Port ${usual} is taken, so ${name} is on ${ports[name]}.`);
}

/** `Object.entries` of a constant object literal: exactly its own keys. */
function portEntries(ports: Ports): [PortName, number][] {
  return Object.entries(ports) as [PortName, number][];
}

const exported = /^(DATABASE_URL|WEB_URL|INNGEST_|RESEND_|TWILIO_)/;

function environmentFile({ environment }: Stack): string {
  const entries = Object.entries(environment).filter(
    ([name, value]) => exported.test(name) && value !== undefined,
  );
  return entries.map(([name, value]) => `${name}="${value}"\n`).join("");
}

function explain(error: unknown, stateDir: string, output: Output): number {
  if (error instanceof StopRequest) return 0;
  const cross = output.style("red", "✗");
  if (error instanceof InUseError) {
    const urls = Object.entries(runningStack(stateDir)?.urls ?? {}).map(
      ([name, url]) => `  ${name.padEnd(9)} ${url}`,
    );
    output.line(`${cross} ${error.message}\n${urls.join("\n")}`);
  } else if (error instanceof CrashError) {
    output.line(`\n${cross} ${error.message} It wrote last:\n`);
    for (const line of error.lines) output.log(error.part, line);
    output.line("\nEverything else was stopped.");
  } else {
    output.line(`\n${cross} ${error instanceof Error ? error.message : String(error)}`);
  }
  return 1;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
