import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../network/ports.ts";
import { claim } from "../processes/ownership.ts";
import { temporaryFolder } from "../processes/temporary-folder.ts";
import { type PostgresBinaries, postgresBinaries } from "./binaries.ts";
import { createDatabase, type Database, type DatabaseOptions } from "./database.ts";
import { launchPostmaster, type Postmaster, stopOrphan, stopPostmaster } from "./postmaster.ts";
import { type Launcher, unprivilegedLauncher } from "./unprivileged.ts";

const run = promisify(execFile);

const temporaryData = {
  prefix: "local-stack-postgres-",
  ownerFile: "cluster.owner",
  abandon: (folder: string) => stopOrphan(join(folder, "cluster")),
};

const durable = { listen_addresses: "127.0.0.1", unix_socket_directories: "" };
/** For data that nobody needs after the test: a power cut may corrupt it. */
const throwaway = { ...durable, fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

export interface PostgresOptions {
  /** Kept between starts. Default: a folder that is deleted on stop. */
  dataDir?: string;
  /** Whether the data survives a power cut; otherwise the server skips fsync. Default: when there is a `dataDir`. */
  durable?: boolean;
  /** Default: any free one. */
  port?: number;
}

export interface Postgres {
  /** Superuser's URL of the database `postgres`; the server listens on 127.0.0.1 and asks for no password. */
  url: string;
  port: number;
  pid: number;
  createDatabase(options?: DatabaseOptions): Promise<Database>;
  /** Resolves with the server's last log lines when it ends without having been stopped. */
  crashed: Promise<string[]>;
  stop(): Promise<void>;
}

/**
 * Starts a real Postgres. A server that an earlier, killed process left on `dataDir` is stopped first.
 *
 * @throws InUseError while another process that still runs uses `dataDir`.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const temporary = options.dataDir === undefined;
  const isDurable = options.durable ?? !temporary;
  const dataDir = resolve(options.dataDir ?? (await temporaryFolder(temporaryData)), "cluster");
  await mkdir(dirname(dataDir), { recursive: true });
  const release = claim(`${dataDir}.owner`, `The Postgres data in ${dirname(dataDir)}`);
  try {
    const binaries = await postgresBinaries();
    const launcher = await unprivilegedLauncher([binaries.postgres, dataDir]);
    await stopOrphan(dataDir);
    if (!existsSync(dataDir)) await initialise(binaries, launcher, dataDir);
    const port = options.port ?? (await freePort());
    const settings = isDurable ? durable : throwaway;
    const postmaster = await launchPostmaster(binaries, launcher, { dataDir, port, settings });
    return handle(postmaster, port, async () => {
      await stopPostmaster(postmaster.process, isDurable ? "fast" : "immediate");
      release();
      if (temporary) await rm(dirname(dataDir), { recursive: true, force: true });
    });
  } catch (error) {
    release();
    throw error;
  }
}

function handle(postmaster: Postmaster, port: number, shutDown: () => Promise<void>): Postgres {
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let stopping: Promise<void> | undefined;
  const crashed = new Promise<string[]>((resolve) => {
    postmaster.process.once("exit", () => {
      if (!stopping) resolve(postmaster.log);
    });
  });
  return {
    url,
    port,
    pid: postmaster.process.pid ?? 0,
    createDatabase: (options) => createDatabase(url, options),
    crashed,
    stop: () => {
      stopping ??= shutDown();
      return stopping;
    },
  };
}

/** Made under another name first, so that an interrupted start leaves no half-made cluster behind. */
async function initialise(binaries: PostgresBinaries, launcher: Launcher, dataDir: string): Promise<void> {
  const draft = `${dataDir}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  if (launcher.owner) await chown(draft, launcher.owner.uid, launcher.owner.gid);
  const [file, parameters, privileges] = launcher.prepare(binaries.initdb, [
    `--pgdata=${draft}`,
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    // Postgres's own Unicode locale sorts alike on every machine, whatever it has installed.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ]);
  await run(file, parameters, { uid: privileges.uid, gid: privileges.gid });
  await rename(draft, dataDir);
}
