import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { identify, isRunning, type ProcessIdentity } from "./identity.ts";

/** Someone else runs with the same folder. */
export class InUseError extends Error {
  static isInstance(value: unknown): value is InUseError {
    return value instanceof InUseError;
  }

  readonly pid: number;
  constructor(what: string, pid: number) {
    super(`${what} is in use by process ${pid}. Stop that one first.`);
    this.name = "InUseError";
    this.pid = pid;
  }
}

/**
 * Marks something as used by this process through a small file; a file left by a process that died counts
 * for nothing. Returns the function that gives it up.
 *
 * @throws InUseError while a process that still runs owns it, be it this one.
 */
export function claim(file: string, what: string): () => void {
  refuseIfOwned(file, what);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: "wx" });
  } catch (error) {
    // Another process was faster by a moment.
    refuseIfOwned(file, what);
    throw error;
  }
  return () => rmSync(file, { force: true });
}

function refuseIfOwned(file: string, what: string): void {
  const owner = ownerOf(file);
  if (owner) throw new InUseError(what, owner.pid);
}

/** The running process that owns `file`, if there is one. */
export function ownerOf(file: string): ProcessIdentity | undefined {
  try {
    const owner = parseIdentity(readFileSync(file, "utf8"));
    return isRunning(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Written by `claim`; anything else fails the comparison in `isRunning`. */
function parseIdentity(json: string): ProcessIdentity {
  return JSON.parse(json) as ProcessIdentity;
}
