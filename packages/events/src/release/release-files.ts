import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Release, releaseSchema } from "./release.ts";

/** @throws when the file is missing or not a release */
export async function readRelease(file: string): Promise<Release> {
  return releaseSchema.parse(JSON.parse(await readFile(file, "utf8")));
}

/** Every release of a folder, oldest first by version; none when there is no folder. */
export async function readReleases(folder: string): Promise<Release[]> {
  const files = await readdir(folder).catch(() => []);
  const releases = await Promise.all(
    files.filter((file) => file.endsWith(".json")).map((file) => readRelease(join(folder, file))),
  );
  return releases.sort((one, other) => one.release.localeCompare(other.release, "en", { numeric: true }));
}

/** One line for each event, so that a diff shows which contracts changed. */
export async function writeRelease(folder: string, release: Release): Promise<string> {
  const file = join(folder, `${release.release}.json`);
  await mkdir(folder, { recursive: true });
  const events = release.events.map((event) => JSON.stringify(event)).join(",\n");
  await writeFile(file, `{"release":${JSON.stringify(release.release)},"events":[\n${events}\n]}\n`);
  return file;
}
