import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { type CompatibilityMode, compatibilityModes } from "../compatibility/modes.ts";
import { checkTree } from "../release/check-tree.ts";
import { type Consumer, consumersByEvent } from "../release/consumers.ts";
import { releaseAtRef } from "../release/git-release.ts";
import type { Release } from "../release/release.ts";
import { readRelease, readReleases } from "../release/release-files.ts";
import { readChangesets } from "./changesets.ts";
import { reportCheck } from "./check-report.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { packageFolder } from "./package-folder.ts";

interface CheckCommandOptions {
  against?: string;
  mode: CompatibilityMode;
  releases: string;
  changesets: string;
  functions: string;
  json?: boolean;
}

export function addCheckCommand(program: Command, context: CliContext): void {
  const repository = resolve(packageFolder, "../..");
  program
    .command("check")
    .description("compare the contracts with the last release and state the version bump that is honest")
    .option("--against <ref|file>", "a git ref or a release file instead of the last release")
    .addOption(
      new Option("--mode <mode>", "compatibility that must hold")
        .choices(compatibilityModes)
        .default("BACKWARD"),
    )
    .option("--releases <folder>", "where releases are kept", join(packageFolder, "releases"))
    .option("--changesets <folder>", "pending changesets", join(repository, ".changeset"))
    .option(
      "--functions <file>",
      "workflows' functions.json",
      join(repository, "packages/workflows/functions.json"),
    )
    .option("--json", "print JSON")
    .action((options: CheckCommandOptions) => check(context, options));
}

async function check(context: CliContext, options: CheckCommandOptions): Promise<void> {
  const releases = await releasesFor(context, options);
  const { declared, acceptances } = await readChangesets(
    resolve(context.folder, options.changesets),
    "@org/events",
  );
  const today = context.now().toISOString().slice(0, 10);
  const result = checkTree(context.catalogues, releases, declared, {
    mode: options.mode,
    today,
    acceptances,
  });
  const consumers = await readConsumers(resolve(context.folder, options.functions));
  const failed = result.problems.length + result.events.flatMap(({ problems }) => problems).length > 0;
  if (options.json) {
    const events = result.events.map((event) => ({ ...event, consumers: consumers?.get(event.event) ?? [] }));
    context.print(JSON.stringify({ ok: !failed, ...result, events }, null, 2));
  } else reportCheck(context, result, consumers);
  if (failed) throw new CommandError("", exitCodes.refused);
}

async function releasesFor(
  context: CliContext,
  { against, releases }: CheckCommandOptions,
): Promise<Release[]> {
  if (against === undefined) {
    const folder = resolve(context.folder, releases);
    const all = await readReleases(folder);
    if (all.length > 0) return all;
    throw new CommandError(`no releases in ${folder}: write one with org-events release, or use --against`);
  }
  if (against.endsWith(".json")) {
    const file = resolve(context.folder, against);
    return [await readRelease(file).catch((error) => fail(`cannot read the release ${file}`, error))];
  }
  return [
    await releaseAtRef(packageFolder, against).catch((error) =>
      fail(`cannot load the events at ${against}`, error),
    ),
  ];
}

function fail(what: string, error: unknown): never {
  throw new CommandError(`${what}: ${error instanceof Error ? error.message.trim() : String(error)}`);
}

/** Absent until `pnpm workflows graph` has run. */
async function readConsumers(file: string): Promise<Map<string, Consumer[]> | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return consumersByEvent(JSON.parse(text));
  } catch (error) {
    return fail(`cannot read the workflows in ${file}; write them again with pnpm workflows graph`, error);
  }
}
