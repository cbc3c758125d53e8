import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { type CompatibilityMode, compatibilityModes } from "../compatibility/modes.ts";
import type { EventCheck } from "../release/check-event.ts";
import { checkTree } from "../release/check-tree.ts";
import type { FieldReaders } from "../release/field-readers.ts";
import { releaseAtRef } from "../release/git-release.ts";
import { type VersionInFlight, versionsInFlight, versionsThatMayGo } from "../release/in-flight.ts";
import type { Release } from "../release/release.ts";
import { readRelease, readReleases } from "../release/release-files.ts";
import { readChangesets } from "./changesets.ts";
import { reportCheck } from "./check-report.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { askEngine, readOutbox } from "./in-flight.ts";
import { type ReaderOptions, readKnownReaders, withReaderOptions } from "./known-readers.ts";

interface CheckCommandOptions extends ReaderOptions {
  against?: string;
  mode: CompatibilityMode;
  releases: string;
  changesets: string;
  inFlight?: boolean;
  outbox?: string;
  json?: boolean;
}

export function addCheckCommand(program: Command, context: CliContext): void {
  const { home } = context;
  withReaderOptions(program.command("check"), context)
    .description("compare the contracts with the last release and state the version bump that is honest")
    .option("--against <ref|file>", "a git ref or a release file instead of the last release")
    .addOption(
      new Option("--mode <mode>", "compatibility that must hold")
        .choices(compatibilityModes)
        .default("BACKWARD"),
    )
    .option("--releases <folder>", "where releases are kept", home.releases)
    .option("--changesets <folder>", "pending changesets", home.changesets)
    .option("--in-flight", "ask the engine which earlier versions are still under way")
    .option("--outbox <file>", "with --in-flight, events that wait to be sent, one a line; - reads them")
    .option("--json", "print JSON")
    .action((options: CheckCommandOptions) => check(context, options));
}

async function check(context: CliContext, options: CheckCommandOptions): Promise<void> {
  const releases = await releasesFor(context, options);
  const { declared, acceptances } = await readChangesets(
    resolve(context.folder, options.changesets),
    context.home.name,
  );
  const today = context.now().toISOString().slice(0, 10);
  const result = checkTree(context.catalogues, releases, declared, {
    mode: options.mode,
    today,
    acceptances,
  });
  const known = await readKnownReaders(context, options);
  const inFlight = options.inFlight ? await underWay(context, options, today) : undefined;
  result.problems.push(...(inFlight?.problems ?? []));
  const failed = result.problems.length + result.events.flatMap(({ problems }) => problems).length > 0;
  if (options.json) {
    const events = result.events.map((event) => ({
      ...event,
      consumers: known.consumers?.get(event.event) ?? [],
      ...(known.fields ? { readers: readersOfChanges(known.fields, event) } : {}),
    }));
    context.print(
      JSON.stringify(
        { ok: !failed, ...result, events, ...(inFlight ? { inFlight: inFlight.versions } : {}) },
        null,
        2,
      ),
    );
  } else {
    for (const line of inFlight?.lines ?? []) context.print(line);
    reportCheck(context, result, known);
  }
  if (failed) throw new CommandError("", exitCodes.refused);
}

/** What of earlier versions is still under way, in words, and what the tree could not read of it. */
async function underWay(context: CliContext, { outbox }: CheckCommandOptions, today: string) {
  const events = [
    ...(await askEngine(context)),
    ...(outbox === undefined ? [] : await readOutbox(context, outbox)),
  ];
  const versions = versionsInFlight(context.catalogues, events);
  const counts = ({ engine, outbox: waiting }: VersionInFlight) =>
    `${engine} in the engine${outbox === undefined ? "" : `, ${waiting} in the outbox`}`;
  const lines = versions.map(
    (one) =>
      `in flight: ${one.event} ${one.version}: ${counts(one)}${one.sunset ? `; sent until ${one.sunset}` : ""}`,
  );
  const free = versionsThatMayGo(context.catalogues, versions, today).map(
    ({ event, version }) => `${event} ${version} may go: its sunset is over and nothing of it is in flight`,
  );
  const problems = versions
    .filter(({ readable }) => !readable)
    .map(
      (one) =>
        `${one.event} of version ${one.version} is in flight (${counts(one)}) and could not be read: keep it as previousVersion until its runs have ended`,
    );
  return { versions, problems, lines: [...lines, ...free] };
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
    await releaseAtRef(context.home, against).catch((error) =>
      fail(`cannot load the events at ${against}`, error),
    ),
  ];
}

function fail(what: string, error: unknown): never {
  throw new CommandError(`${what}: ${error instanceof Error ? error.message.trim() : String(error)}`);
}

/** Who reads each field that changed. */
function readersOfChanges({ of }: FieldReaders, { event, changes }: EventCheck): Record<string, string[]> {
  return Object.fromEntries(changes.map(({ path }) => [path, of(event, path)]));
}
