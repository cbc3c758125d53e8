import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { stopOrphan } from "../postgres/postmaster.ts";
import { isRunning, type ProcessIdentity } from "../processes/identity.ts";
import { signalGroup } from "../processes/managed-process.ts";
import { claim, ownerOf } from "../processes/ownership.ts";
import { temporaryFolder } from "../processes/temporary-folder.ts";

const ownerFile = "stack.owner";
const temporaryState = { prefix: "local-stack-run-", ownerFile, abandon: endLeft };

/** What a running stack writes down for a later start and for whoever asks where it is. */
export interface RunRecord {
  urls: Record<string, string>;
  processes: ProcessIdentity[];
}

export interface StateFolder {
  path: string;
  write(record: RunRecord): void;
  release(): Promise<void>;
}

/**
 * Takes a state folder for this process and ends what a killed stack left running on it. Without a folder, a
 * temporary one that is deleted on release.
 *
 * @throws InUseError while another stack runs on it.
 */
export async function takeStateFolder(folder?: string): Promise<StateFolder> {
  const path = folder ? resolve(folder) : await temporaryFolder(temporaryState);
  mkdirSync(join(path, "engine"), { recursive: true });
  const giveUp = claim(join(path, ownerFile), "The local stack");
  endLeftApps(path);
  return {
    path,
    write: (record) => writeFileSync(recordFile(path), JSON.stringify(record)),
    async release() {
      if (folder === undefined) await rm(path, { recursive: true, force: true });
      else await rm(recordFile(path), { force: true });
      giveUp();
    },
  };
}

/** Deletes everything that a stack keeps in a folder. @throws InUseError while one runs on it. */
export async function emptyStateFolder(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const { release } = await takeStateFolder(path);
  await endLeft(path);
  for (const part of ["postgres", "emulators", "engine", "archive", "pictures"]) {
    await rm(join(path, part), { recursive: true, force: true });
  }
  await release();
}

/** Ends what a killed stack left running, short of Postgres, which the next start of it takes over. */
function endLeftApps(path: string): void {
  for (const left of readRecord(path)?.processes ?? []) {
    if (isRunning(left)) signalGroup(left.pid, "SIGKILL");
  }
}

async function endLeft(path: string): Promise<void> {
  endLeftApps(path);
  await stopOrphan(join(path, "postgres", "cluster"));
}

/** What the stack that runs on this folder wrote down; undefined when none runs. */
export function runningStack(path: string): RunRecord | undefined {
  return ownerOf(join(path, ownerFile)) && readRecord(path);
}

function recordFile(path: string): string {
  return join(path, "stack.json");
}

/** Only `write` above writes the file. */
function readRecord(path: string): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(path), "utf8")) as RunRecord;
  } catch {
    return undefined;
  }
}
