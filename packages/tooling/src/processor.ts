import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Milliseconds of processor time by part of the stack. */
export type ProcessorTime = Record<string, number>;

/** Linux counts in ticks of ten milliseconds. */
const tick = 10;

/** By folder and command line; the emulators run in this process, with the bench itself. */
const parts: readonly [name: string, commandLine: RegExp][] = [
  ["engine", /local-engine\/dist\/cli\.js/],
  ["worker", /apps\/worker/],
  ["web", /apps\/web/],
  ["postgres", /postgres/],
];

interface Seen {
  pid: number;
  parent: number;
  used: number;
}

/** What the processes that this one has started have used so far, and this one. */
export function processorTime(): ProcessorTime {
  const seen = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? look(Number(name)) : []));
  const own = new Set([process.pid]);
  // A child's parent may come later in the list.
  for (let size = 0; size < own.size; ) {
    size = own.size;
    for (const { pid, parent } of seen) if (own.has(parent)) own.add(pid);
  }
  const used: ProcessorTime = {};
  for (const each of seen) {
    if (!own.has(each.pid)) continue;
    const part = each.pid === process.pid ? "emulatorsAndBench" : partOf(each.pid);
    used[part] = (used[part] ?? 0) + each.used;
  }
  return used;
}

/** Milliseconds an order in between, of each part and of all but the emulators, which stand for the vendors. */
export function processorAnOrder(before: ProcessorTime, after: ProcessorTime, orders: number): ProcessorTime {
  const each = Object.entries(after).map(
    ([part, used]) => [part, (used - (before[part] ?? 0)) / orders] as const,
  );
  const stack = each
    .filter(([part]) => part !== "emulatorsAndBench")
    .reduce((sum, [, used]) => sum + used, 0);
  return Object.fromEntries(
    [...each, ["stack", stack] as const].map(([part, used]) => [part, rounded(used)]),
  );
}

const rounded = (number: number) => Math.round(number * 10) / 10;

function look(pid: number): Seen[] {
  try {
    const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[A-Z] )/);
    const fields = rest.split(" ").map(Number);
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
    // With those of its children that have ended: Postgres serves each connection by a process.
    const [ended = 0, endedSystem = 0] = [fields[13], fields[14]];
    return [{ pid, parent, used: (user + system + ended + endedSystem) * tick }];
  } catch {
    return [];
  }
}

function partOf(pid: number): string {
  try {
    const process = `${readlinkSync(`/proc/${pid}/cwd`)} ${readFileSync(`/proc/${pid}/cmdline`, "utf8")}`;
    return parts.find(([, pattern]) => pattern.test(process))?.[0] ?? "others";
  } catch {
    return "others";
  }
}
