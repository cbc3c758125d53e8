import { spawn } from "node:child_process";

/** Ends process groups when this process dies without having ended them, even by SIGKILL. */
export interface Guardian {
  /** Replaces the group leaders that it answers for, of one owner. */
  watch(owner: string, pids: number[]): void;
  /** Lets it go; nothing that it watched is touched. */
  close(): void;
}

/**
 * Reads lists of pids until its input closes, which happens when we die in whatever way. The last list is then
 * asked to end, and forced two seconds later.
 */
const script = `
trap '' INT TERM HUP
watched=''
while read -r pids; do watched=$pids; done
for pid in $watched; do kill -TERM -"$pid"; done
if [ -n "$watched" ]; then sleep 2; fi
for pid in $watched; do kill -KILL -"$pid"; done
`;

export function startGuardian(): Guardian {
  const guardian = spawn("sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  guardian.unref();
  // Without a shell there is no guardian; the next start finds what was left.
  guardian.on("error", () => {});
  guardian.stdin.on("error", () => {});
  const watched = new Map<string, number[]>();
  return {
    watch(owner, pids) {
      watched.set(owner, pids);
      guardian.stdin.write(`${[...watched.values()].flat().join(" ")}\n`);
    },
    close: () => guardian.stdin.end("\n"),
  };
}
