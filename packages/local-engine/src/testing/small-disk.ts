import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place for state that can be full at will, as the kernel makes it. */
export interface SmallDisk {
  folder: string;
  fill(pid: number): void;
  /** `pid` is left out when the engine has ended. */
  makeRoom(pid?: number): void;
  remove(): void;
}

/** A filled file system of 16 MB in memory: writes fail with ENOSPC. Needs the right to mount. */
export function mountDisk(): SmallDisk {
  const mountPoint = mkdtempSync(join(tmpdir(), "local-engine-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=16m", "tmpfs", mountPoint]);
  const ballast = join(mountPoint, "ballast");
  const folder = join(mountPoint, "state");
  mkdirSync(folder);
  return {
    folder,
    fill() {
      // What the file system cannot take is cut off, down to the last page.
      for (const size of [1024 * 1024, 4_096]) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: "a" });
        } catch {
          // Full.
        }
      }
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove() {
      execFileSync("umount", ["-l", mountPoint]);
      rmSync(mountPoint, { recursive: true, force: true });
    },
  };
}

export function canMount(): boolean {
  try {
    mountDisk().remove();
    return true;
  } catch {
    return false;
  }
}

/** Limits how large the files of the engine's process may grow, to what they are: writes fail with EFBIG. */
export function limitFiles(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "local-engine-limit-"));
  const limit = (pid: number, bytes: string) =>
    execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);
  return {
    folder,
    fill: (pid) => limit(pid, String(statSync(join(folder, "engine.db-wal")).size)),
    makeRoom: (pid) => pid !== undefined && limit(pid, "unlimited"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function canLimit(): boolean {
  try {
    execFileSync("prlimit", ["--version"]);
    return true;
  } catch {
    return false;
  }
}
