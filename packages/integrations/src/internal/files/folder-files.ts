import { randomUUID } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { IntegrationError } from "../../error.ts";
import type { Files } from "./files.ts";
import { checkedName, nameForm } from "./name.ts";

/**
 * A folder on a disk, made when it is first written to. Files appear whole, by renaming; a crash can leave a file whose
 * name begins with a dot, which nothing reads.
 *
 * @param port whose errors its errors are
 * @param folder its path
 */
export function folderFiles({ port, folder }: { port: string; folder: string }): Files {
  const pathOf = (name: string) => join(folder, checkedName(name, { port, vendor: "folder" }));
  const onDisk = <Result>(method: string, action: () => Promise<Result>) => disk({ port, method }, action);
  return {
    async put(name, content, { once = false } = {}) {
      const path = pathOf(name);
      await onDisk("put", async () => {
        await makeFolder(dirname(path));
        await writeWhole(path, content, once ? nameUnlessTaken : rename);
      });
    },

    async get(name) {
      const path = pathOf(name);
      return onDisk("get", () => unlessMissing(readFile(path)));
    },

    async list(prefix = "") {
      const entries = await onDisk("list", () =>
        unlessMissing(readdir(folder, { recursive: true, withFileTypes: true })),
      );
      return (entries ?? [])
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
        .filter((name) => nameForm.test(name) && name.startsWith(prefix))
        .toSorted();
    },

    async remove(name) {
      const path = pathOf(name);
      await onDisk("remove", () => rm(path, { force: true }));
    },
  };
}

/** The new file is on the disk before it gets its name, and the name is before the caller hears of it. */
async function writeWhole(
  path: string,
  content: Uint8Array,
  giveName: (partial: string, path: string) => Promise<void>,
): Promise<void> {
  const partial = join(dirname(path), `.${randomUUID()}.partial`);
  try {
    const file = await open(partial, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await giveName(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A name that is there is never given to another file, whoever writes at the same time. */
async function nameUnlessTaken(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  await rm(partial);
}

/** A new folder's own name is an entry of its parent, so that one is synced as well. */
async function makeFolder(path: string): Promise<void> {
  const topmost = await mkdir(path, { recursive: true });
  if (topmost === undefined) return;
  for (let made = path; made.length >= topmost.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Everything that a disk can refuse may pass (space, permission, a mount that is not there yet), and writing again is safe. */
async function disk<Result>(
  { port, method }: { port: string; method: string },
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    const code = codeOf(error);
    throw new IntegrationError(
      `${port} ${method}: the ${port} folder failed (${code ?? "unknown error"}). Check that the disk has space and that this process may write there.`,
      { port, vendor: "folder", kind: "retryable", code },
    );
  }
}

async function unlessMissing<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
