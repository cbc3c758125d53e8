import { join, resolve } from "node:path";
import type { Command } from "commander";
import { createRelease } from "../release/release.ts";
import { writeRelease } from "../release/release-files.ts";
import { catalogues } from "./catalogues.ts";
import type { CliContext } from "./context.ts";
import { packageFolder, packageVersion } from "./package-folder.ts";

interface ReleaseOptions {
  releases: string;
  json?: boolean;
}

export function addReleaseCommand(program: Command, context: CliContext): void {
  program
    .command("release")
    .description("remember the contracts as those of the package's version; run after changeset version")
    .option("--releases <folder>", "where releases are kept", join(packageFolder, "releases"))
    .option("--json", "print JSON")
    .action(async ({ releases, json }: ReleaseOptions) => {
      const release = createRelease(packageVersion(), catalogues);
      const file = await writeRelease(resolve(context.folder, releases), release);
      const written = { file, release: release.release, events: release.events.length };
      context.print(
        json ? JSON.stringify(written) : `wrote the contracts of ${written.events} events to ${file}`,
      );
    });
}
