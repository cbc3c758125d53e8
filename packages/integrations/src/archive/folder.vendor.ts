import { access, constants, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import * as z from "zod";
import { defineVendor } from "../vendor.ts";

export const folder = defineVendor({
  name: "a folder",
  about: "A folder that is kept, such as a mounted volume.",
  variables: { ARCHIVE_DIR: z.string() },
  load: () => import("./folder.ts"),
  create: ({ folderArchive }, values, _context: object) => folderArchive({ folder: values.ARCHIVE_DIR }),
  check: ({ ARCHIVE_DIR: folder }) => nearest(resolve(folder)).then(writable),
});

/** The folder, or the one above it in which the archive would make it. */
async function nearest(folder: string): Promise<string> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  const isMissing = found instanceof Error && found.code === "ENOENT";
  return isMissing && dirname(folder) !== folder ? nearest(dirname(folder)) : folder;
}

async function writable(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const isOpen = await access(folder, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isFolder || !isOpen)
    throw new Error(
      "ARCHIVE_DIR is no folder that this process may make or write to. Name another, or mount it.",
    );
}
