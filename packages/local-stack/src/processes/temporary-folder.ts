import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownerOf } from "./ownership.ts";

export interface TemporaryFolderOptions {
  /** Begins the names of all folders of one kind. */
  prefix: string;
  /** File in the folder that its user claims. */
  ownerFile: string;
  /** Ends what still runs on a folder whose user was killed, before it is deleted. */
  abandon(folder: string): Promise<void>;
}

/** Makes a new folder, and deletes those of the same kind that killed processes could not. */
export async function temporaryFolder({
  prefix,
  ownerFile,
  abandon,
}: TemporaryFolderOptions): Promise<string> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    const owner = join(folder, ownerFile);
    if (!existsSync(owner) || ownerOf(owner)) continue;
    await abandon(folder);
    await rm(folder, { recursive: true, force: true });
  }
  return mkdtemp(join(tmpdir(), prefix));
}
