import { folderFiles } from "../internal/files/folder-files.ts";
import type { Pictures } from "./port.ts";

/**
 * A folder on a disk, made when it is first written to; the app gives its files out.
 *
 * @param folder its path
 */
export function folderPictures({ folder }: { folder: string }): Pictures {
  const { put, get, list, remove } = folderFiles({ port: "pictures", folder });
  return { put: (name, content) => put(name, content), get, list, remove };
}
