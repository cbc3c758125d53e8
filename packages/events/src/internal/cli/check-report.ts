import type { Compatible, Direction } from "../compatibility/direction.ts";
import type { EventCheck } from "../release/check-event.ts";
import type { TreeCheck } from "../release/check-tree.ts";
import { whoReads } from "../release/field-readers.ts";
import type { CliContext } from "./context.ts";
import type { KnownReaders } from "./known-readers.ts";
import { table } from "./table.ts";

/** A table of all events, then what is to be said about those that changed, then the verdict. */
export function reportCheck(context: CliContext, check: TreeCheck, known: KnownReaders): void {
  const { events, against, needed, declared, problems } = check;
  context.print(`compared with ${against.join(", ")}\n`);
  context.print(table(["EVENT", "VERSION", "BACKWARD", "FORWARD", "BUMP", "STATUS"], events.map(row)));
  for (const event of events) {
    const lines = details(event, known);
    if (lines.length > 0) context.print(`\n${event.event}\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
  if (!known.consumers)
    context.print("\nno functions.json: run pnpm workflows graph to see which workflows are affected");
  context.print(`\nneeded bump: ${needed}; declared by changesets: ${declared}`);
  for (const problem of problems) context.print(`PROBLEM ${problem}`);
}

function row({ event, from, to, backward, forward, bump, status, problems }: EventCheck): string[] {
  const version = from === to ? (to ?? "") : `${from ?? "-"} > ${to ?? "-"}`;
  return [
    event,
    version,
    mark(backward),
    mark(forward),
    bump,
    problems.length > 0 ? `${status}, REFUSED` : status,
  ];
}

function mark(compatible: Compatible | undefined): string {
  if (compatible === undefined) return "-";
  if (compatible === "unproved") return "UNPROVED";
  return compatible ? "yes" : "NO";
}

function details(check: EventCheck, { consumers, fields }: KnownReaders): string[] {
  const { changes, counterexample, warnings, problems, forward, status, event } = check;
  const lines = changes.flatMap(({ path, rule, direction, message }) => {
    const effect = direction === "none" ? "" : ` [breaks ${direction === "both" ? "both ways" : direction}]`;
    const line = `${path || "data"}: ${rule}${effect}: ${shortened(message)}`;
    return effect && fields ? [line, `  ${whoReads(fields, event, path)}`] : [line];
  });
  if (counterexample) {
    lines.push(`${refusal(check, counterexample.direction)}: ${JSON.stringify(counterexample.value)}`);
    lines.push(
      ...counterexample.reasons.map(({ path, reason }) => `  because ${path ? `${path}: ` : ""}${reason}`),
    );
  }
  if (forward === false && status !== "removed") lines.push("deploy the worker before the web app");
  lines.push(
    ...Object.entries(check.unproved ?? {}).map(([direction, reason]) => `unproved ${direction}: ${reason}`),
    ...(check.accepted ?? []).map(({ what, reason }) => `accepted as ${what}: ${reason}`),
    ...warnings.map((warning) => `warning: ${warning}`),
    ...problems.map((problem) => `PROBLEM ${problem}`),
  );
  if (lines.length > 0 && status !== "added") {
    lines.push(...(consumers?.get(event) ?? []).map(({ workflow, how }) => `workflow ${workflow} ${how} it`));
  }
  return lines;
}

function refusal({ backward }: EventCheck, direction: Direction): string {
  if (direction === "forward") return "old readers refuse a new event";
  return backward ? "senders must change; only the upcaster takes" : "an old event is refused";
}

function shortened(message: string): string {
  return message.length > 160 ? `${message.slice(0, 157)}...` : message;
}
