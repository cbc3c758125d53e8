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

/**
 * Writes one line for each event, so that a diff shows which contracts changed.
 * @throws Error when the release is there with other contracts, unless told to replace it
 */
export async function writeRelease(folder: string, release: Release, replace = false): Promise<string> {
  const file = join(folder, `${release.release}.json`);
  const events = release.events.map((event) => JSON.stringify(event)).join(",\n");
  const text = `{"release":${JSON.stringify(release.release)},"events":[\n${events}\n]}\n`;
  const written = await readFile(file, "utf8").catch(() => text);
  if (written !== text && !replace) throw new Error(`${file} holds other contracts`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
  return file;
}
