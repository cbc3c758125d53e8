import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { identify, programName } from "./identity.ts";

/** What stands between a person's `npx pnpm dev` and this process. A Node 24 calls its main thread so. */
const runners = /^(node|MainThread|npm|npx|pnpm|turbo)/;
const shells = /^(sh|dash)$/;

/**
 * The package managers and shells that started this process, nearest first. A signal to the outermost of them does
 * not always travel down, so whoever depends on them has to look.
 */
export function runnerAncestors(pid: number = process.ppid): number[] {
  const chain: { pid: number; isRunner: boolean }[] = [];
  for (let current = pid; current > 1; current = parentOf(current) ?? 0) {
    const name = programName(current) ?? "";
    if (!runners.test(name) && !shells.test(name)) break;
    chain.push({ pid: current, isRunner: runners.test(name) });
  }
  // A shell above the outermost runner is the one that a person types into.
  const outermost = chain.findLastIndex(({ isRunner }) => isRunner);
  return chain.slice(0, outermost + 1).map((ancestor) => ancestor.pid);
}

/** Whether a process with that pid runs; cheap enough to ask often. */
export function exists(pid: number): boolean {
  // A signal would also find one that has ended and whose parent has not looked yet.
  if (process.platform === "linux") return identify(pid) !== undefined;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function parentOf(pid: number): number | undefined {
  try {
    if (process.platform !== "linux") {
      return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}
