import type { Stated } from "../world/snapshot.ts";
import type { Report } from "./report.ts";

const shownLines = 60;

/** The report for people to read. */
export function printReport(report: Report): string {
  const { took, deadLetters, problems, findings } = report;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const faults = Object.entries(report.faults).map(([name, count]) => [name, String(count)]);
  const causes = deadLetters.map(({ cause, count, cured }) => [cause, String(count), String(cured)]);
  return [
    ...table(["asked for", "acknowledged", "refused", "in doubt", "not sent"], actRows(report)),
    ...table(["fault", "times"], faults),
    ...table(["up again", "times", "half within", "longest"], recoveryRows(report)),
    ...table(["outcome", "count"], outcomeRows(report)),
    ...(causes.length > 0 ? table(["dead letters by cause", "count", "cured by a replay"], causes) : []),
    ...list("In doubt:", report.inDoubt.map(sentence)),
    ...list("Not sent:", report.notSent.map(sentence)),
    ...list("Dead letters that are left:", report.left.map(sentence)),
    ...list("Ended by themselves:", endLines(report)),
    ...list("Problems:", problems),
    ...list(
      "Differences:",
      findings.map((finding) => `${finding.kind}: ${sentence(finding)}`),
    ),
    `Worked ${seconds(took.work)}, came to rest in ${seconds(took.drain)}, replayed in ${seconds(took.replay)}.`,
    report.isRight
      ? "Nothing is lost, doubled or half done."
      : `Something is wrong. Again: ${report.command}`,
  ].join("\n");
}

const sentence = ({ what, id, says }: Pick<Stated, "what" | "id" | "says">) => `${what} ${id}: ${says}`;

function actRows({ acts }: Report): string[][] {
  return Object.entries(acts).map(([what, { acknowledged, refused, doubt, unasked }]) =>
    [what, acknowledged, refused, doubt, unasked].map(String),
  );
}

function recoveryRows({ recovery }: Report): string[][] {
  return Object.entries(recovery).map(([name, { times, half, longest }]) => {
    const what = name === "people" ? "somebody is answered after a kill" : name;
    return [what, String(times), `${half} ms`, `${longest} ms`];
  });
}

function outcomeRows({
  counts,
  inDoubt,
  notSent,
  late,
  deadLetters,
  left,
  findingsBefore,
}: Report): string[][] {
  const rows: [string, number][] = [
    ["lost", counts.lost],
    ["doubled", counts.doubled],
    ["wrong or half done", counts.wrong],
    ["never over", counts.stuck],
    ["in doubt, and recorded as that", inDoubt.length],
    ["not sent, and recorded as that", notSent.length],
    ["alerts that wait for their turn", late.length],
    ["dead letters", deadLetters.reduce((sum, { count }) => sum + count, 0)],
    ["dead letters that are left after their replay, with what they owe", left.length],
    ["differences before the replay", findingsBefore],
  ];
  return rows.map(([name, count]) => [name, String(count)]);
}

function endLines({ endedByItself }: Report): string[] {
  return endedByItself.map(({ process, how, hadStarted, lines }) => {
    return `${process} with ${how}${hadStarted ? "" : " during its start"}: ${lines.at(-1) ?? "it wrote nothing"}`;
  });
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > shownLines ? [`  and ${lines.length - shownLines} more`] : [];
  return [title, ...lines.slice(0, shownLines).map((line) => `  ${line}`), ...more, ""];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const longest = (column: number) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length));
  const widths = head.map((_title, column) => longest(column));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line), ""];
}
