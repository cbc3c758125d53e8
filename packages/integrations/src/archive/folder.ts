import { folderFiles } from "../internal/files/folder-files.ts";
import type { Archive } from "./port.ts";

/**
 * A folder on a disk, made when it is first written to. Files appear whole, by renaming; a crash can leave a file whose
 * name begins with a dot, which nothing reads.
 *
 * @param folder its path
 */
export function folderArchive({ folder }: { folder: string }): Archive {
  const { put, get, list } = folderFiles({ port: "archive", folder });
  return { put, get, list };
}
