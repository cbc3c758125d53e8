import { execFile, type SpawnOptions } from "node:child_process";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How to start a program that refuses to run as root. */
export interface Launcher {
  /** Owner that the data directory needs; absent when we are not root. */
  owner?: { uid: number; gid: number };
  /** Arguments for `spawn` that run `program` as that owner. */
  prepare(program: string, parameters: string[]): [file: string, parameters: string[], options: SpawnOptions];
}

/**
 * Postgres refuses to run as root, which is who one is in most containers. There it runs as `postgres` or
 * `nobody`. Where that user may not enter a folder above `paths` (a checkout under /root), util-linux's
 * `setpriv` gives it the one capability that opens it.
 *
 * @throws Error when the machine has neither user.
 */
export async function unprivilegedLauncher(paths: string[]): Promise<Launcher> {
  if (process.getuid?.() !== 0) return { prepare: (program, parameters) => [program, parameters, {}] };
  const owner = (await idsOf("postgres")) ?? (await idsOf("nobody"));
  if (!owner) throw new Error("Postgres does not run as root, and there is no user postgres or nobody.");
  const reachable = (await Promise.all(paths.map(everyoneMayEnter))).every(Boolean);
  if (reachable) return { owner, prepare: (program, parameters) => [program, parameters, owner] };
  const setpriv = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups", ...folderAccess, "--"];
  return {
    owner,
    prepare: (program, parameters) => ["setpriv", [...setpriv, program, ...parameters], {}],
  };
}

/** `no_setuid_fixup` makes access(2), with which initdb finds its own files, count the capability too. */
const folderAccess = [
  "--inh-caps=+dac_override",
  "--ambient-caps=+dac_override",
  "--securebits=+no_setuid_fixup",
];

async function idsOf(user: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", user]), run("id", ["-g", user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function everyoneMayEnter(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
