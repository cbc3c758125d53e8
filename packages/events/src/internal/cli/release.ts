import { resolve } from "node:path";
import type { Command } from "commander";
import { createRelease } from "../release/release.ts";
import { writeRelease } from "../release/release-files.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { isInstalled } from "./home.ts";

interface ReleaseOptions {
  releases: string;
  replace?: boolean;
  json?: boolean;
}

export function addReleaseCommand(program: Command, context: CliContext): void {
  program
    .command("release")
    .description("remember the contracts as those of the package's version; run after changeset version")
    .option("--releases <folder>", "where releases are kept", context.home.releases)
    .option("--replace", "overwrite the version's contracts, as long as it is not published")
    .option("--json", "print JSON")
    .action(async ({ releases, replace, json }: ReleaseOptions) => {
      const release = createRelease(context.home.version, context.catalogues);
      const folder = resolve(context.folder, releases);
      if (isInstalled(folder))
        throw new CommandError(
          `${folder} is what an installer put there: in package.json, say where your own catalogue is, as "org-events": { "catalogue": "./src/events.ts" }`,
        );
      const file = await writeRelease(folder, release, replace).catch((error: Error) => {
        const advice = "run changeset version first, or use --replace while the version is not published";
        throw new CommandError(`${error.message}: ${advice}`, exitCodes.refused);
      });
      const written = { file, release: release.release, events: release.events.length };
      context.print(
        json ? JSON.stringify(written) : `wrote the contracts of ${written.events} events to ${file}`,
      );
    });
}
