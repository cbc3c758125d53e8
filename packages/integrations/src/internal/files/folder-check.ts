import { access, constants, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/**
 * Whether this process may keep files in a folder, or make it.
 * @param variable the one that names the folder
 * @throws Error for people, with what to do
 */
export async function checkFolder(variable: string, folder: string): Promise<void> {
  if (await isWritable(await nearest(resolve(folder)))) return;
  throw new Error(
    `${variable} is no folder that this process may make or write to. Name another, or mount it.`,
  );
}

/** The folder, or the one above it in which it would be made. */
async function nearest(folder: string): Promise<string> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  const isMissing = found instanceof Error && found.code === "ENOENT";
  return isMissing && dirname(folder) !== folder ? nearest(dirname(folder)) : folder;
}

async function isWritable(folder: string): Promise<boolean> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const isOpen = await access(folder, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  return isFolder && isOpen;
}
