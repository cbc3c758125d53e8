import { type ChaosOptions, commandOf } from "../options.ts";
import { describeOpen, type Open } from "../run/drain.ts";
import type { Act, FaultRecord } from "../run/journal.ts";
import type { EndedByItself } from "../stack/part.ts";
import type { Finding, Letter, Seen, Stated } from "../world/snapshot.ts";

export interface ReportInput {
  options: ChaosOptions;
  acts: readonly Act[];
  faults: readonly FaultRecord[];
  endedByItself: readonly EndedByItself[];
  /** What had failed for good before anything was replayed. */
  lettersBefore: readonly Letter[];
  /** How many differences there were before anything was replayed. */
  findingsBefore: number;
  seen: Seen;
  /** What did not come to rest. */
  open?: Open;
  /** Milliseconds. */
  took: { work: number; drain: number; replay: number };
}

export interface Report {
  /** Plays the same plan again. */
  command: string;
  isRight: boolean;
  acts: Record<string, Record<Act["answer"], number>>;
  /** By kind and what was hit. */
  faults: Record<string, number>;
  /** By process, from its start until it answered; and `people`, from a kill until somebody was answered. */
  recovery: Record<string, Spread>;
  counts: Record<Finding["kind"], number>;
  findings: Finding[];
  findingsBefore: number;
  inDoubt: Stated[];
  notSent: Stated[];
  /** Alerts that still wait for their turn at the vendor's pace. */
  late: Stated[];
  /** By function and cause, before anything was replayed. */
  deadLetters: { cause: string; count: number; cured: number }[];
  /** Dead letters that are left, and what they owe. */
  left: Stated[];
  endedByItself: readonly EndedByItself[];
  problems: string[];
  took: ReportInput["took"];
}

/** Milliseconds. */
interface Spread {
  times: number;
  half: number;
  longest: number;
}

export function createReport(input: ReportInput): Report {
  const { options, acts, faults, seen, endedByItself, lettersBefore, findingsBefore, took } = input;
  const { findings, stated } = seen;
  const count = (kind: Finding["kind"]) => findings.filter((finding) => finding.kind === kind).length;
  const of = (kind: Stated["kind"]) => stated.filter((one) => one.kind === kind);
  const problems = problemsOf(input);
  return {
    command: commandOf(options),
    isRight: findings.length === 0 && problems.length === 0,
    acts: tally(acts),
    faults: Object.fromEntries(
      [...Map.groupBy(faults, ({ fault }) => nameOf(fault))]
        .map(([name, own]) => [name, own.length] as const)
        .toSorted(([one], [other]) => one.localeCompare(other)),
    ),
    recovery: recoveryOf(acts, faults),
    counts: { lost: count("lost"), doubled: count("doubled"), wrong: count("wrong"), stuck: count("stuck") },
    findings,
    findingsBefore,
    inDoubt: of("in doubt"),
    notSent: of("not sent"),
    late: of("late"),
    deadLetters: causesOf(lettersBefore, of("dead letter")),
    left: of("dead letter"),
    endedByItself,
    problems,
    took,
  };
}

/** What is wrong with the processes: one that did not come up again, or ended by itself while it worked. */
function problemsOf({ faults, endedByItself, open }: ReportInput): string[] {
  const unwell = open && open.unwell.length > 0 ? [describeOpen(open)] : [];
  return [
    ...unwell,
    ...faults.flatMap(({ number, problem }) => (problem ? [`fault ${number}: ${problem}`] : [])),
    ...endedByItself
      .filter(({ hadStarted }) => hadStarted)
      .map(({ process, at, how, lines }) => {
        return `${process} ended by itself at ${at} with ${how}: ${lines.slice(-3).join(" | ")}`;
      }),
  ];
}

function tally(acts: readonly Act[]): Report["acts"] {
  const table: Report["acts"] = {};
  for (const { what, answer } of acts) {
    const row = table[what] ?? { acknowledged: 0, refused: 0, doubt: 0, unasked: 0 };
    row[answer] += 1;
    table[what] = row;
  }
  return table;
}

function nameOf(fault: FaultRecord["fault"]): string {
  if (fault.kind === "kill" || fault.kind === "freeze") return `${fault.kind} ${fault.process}`;
  if (fault.kind === "cut") return `cut ${fault.link} (${fault.how})`;
  return fault.kind === "vendor"
    ? `vendor ${fault.vendor} (${fault.how})`
    : "vendor razorpay (doubled notices)";
}

function recoveryOf(acts: readonly Act[], faults: readonly FaultRecord[]): Report["recovery"] {
  const kills = faults.flatMap(({ fault, at, startedIn }) =>
    fault.kind === "kill" ? [{ process: fault.process, at, startedIn }] : [],
  );
  const done = acts
    .filter(({ answer }) => answer === "acknowledged")
    .toSorted((one, other) => one.ended - other.ended);
  const untilAnswered = kills.flatMap(({ at }) => {
    const next = done.find(({ began }) => began >= at);
    return next ? [next.ended - at] : [];
  });
  const byProcess = Map.groupBy(kills, ({ process }) => process);
  return Object.fromEntries([
    ...[...byProcess].map(([name, own]) => [name, spread(own.flatMap(({ startedIn }) => startedIn ?? []))]),
    ["people", spread(untilAnswered)],
  ]);
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { times: sorted.length, half, longest: sorted.at(-1) ?? 0 };
}

/** Ids and numbers in an error's text would make a cause of each letter. */
function causesOf(letters: readonly Letter[], left: readonly Stated[]): Report["deadLetters"] {
  const open = new Set(left.map(({ id }) => id));
  const causes = Map.groupBy(letters, ({ workflow, error }) => {
    const cause = error.replaceAll(/\b\w+_\w{6,}\b/g, "…").replaceAll(/\d{3,}/g, "…");
    return `${workflow}: ${cause.slice(0, 160)}`;
  });
  return [...causes]
    .map(([cause, own]) => {
      const cured = own.filter(({ runId }) => !open.has(runId)).length;
      return { cause, count: own.length, cured };
    })
    .toSorted((one, other) => other.count - one.count);
}
