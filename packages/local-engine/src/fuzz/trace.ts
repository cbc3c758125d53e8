/** What happened to one run, line by line: its calls with their answers, the work of its steps, and how it ended. */
export interface RunTrace {
  /** The function and which of its runs, as in `c0#1`. */
  key: string;
  lines: string[];
}

/** What happened to a program: its runs in the order in which they began, and how many events of each name there were. */
export interface Trace {
  runs: RunTrace[];
  events: Record<string, number>;
}

export interface CallFacts {
  /** Seconds since the start. */
  at: number;
  target: string | undefined;
  attempt: number;
  /** The SDK may not run a step by itself. */
  plansOnly: boolean;
  /** Finished steps, in the order in which they finished. */
  order: readonly string[];
}

export function callLine({ at, target, attempt, plansOnly, order }: CallFacts): string {
  const what = target === undefined ? "asks" : `runs ${target}`;
  const manner = plansOnly ? ", plans only" : "";
  return `@${at} ${what}, attempt ${attempt}${manner}, knows [${order.join(" ")}]`;
}

export function operationsLine(operations: readonly { op: string; id?: string }[]): string {
  const texts = operations.map(({ op, id }) => (id === undefined ? op : `${op} ${id}`));
  return `  answers ${texts.join(", ")}`;
}

export const completedLine = "  answers completed";

export const failedLine = (final: boolean) => `  answers ${final ? "failed for good" : "failed"}`;

export const workLine = (id: string) => `  works on ${id}`;

export interface StepFacts {
  id: string;
  op: string;
  status: string;
  /** Undefined unless the step has a value. */
  output: unknown;
  error: string | undefined;
  tries: number;
}

export function stepLine({ id, op, status, output, error, tries }: StepFacts): string {
  const result = error === undefined ? JSON.stringify(output ?? null) : `error ${error}`;
  return `step ${id} ${op} ${status}${status === "cancelled" ? "" : ` ${result}`}, ${tries} tries`;
}

export interface EndFacts {
  status: string;
  output: unknown;
  error: string | undefined;
}

export function endLine({ status, output, error }: EndFacts): string {
  const result = status === "Completed" ? ` ${JSON.stringify(output ?? null)}` : "";
  const failure = status === "Failed" ? ` ${error ?? ""}` : "";
  return `${status}${result}${failure}`;
}

export const lifecycleLine = (name: string, status: string) => `event ${name} ${status}`;

/** All lines, for reading and for comparing. */
function linesOf({ runs, events }: Trace): string[] {
  const counts = Object.entries(events)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `event ${name}: ${count}`);
  return [...runs.flatMap(({ key, lines }) => [`run ${key}`, ...lines]), ...counts];
}

/** Both traces beside each other, from the first line that differs. Undefined when they are equal. */
export function difference(expected: Trace, actual: Trace): string | undefined {
  const left = linesOf(expected);
  const right = linesOf(actual);
  const first = left.findIndex((line, index) => line !== right[index]);
  const from = first < 0 ? left.length : first;
  if (from === left.length && left.length === right.length) return undefined;
  const shown = (lines: string[]) =>
    lines.slice(Math.max(0, from - 3), from + 8).map((line) => `    ${line}`);
  return ["  expected", ...shown(left), "  actual", ...shown(right)].join("\n");
}
