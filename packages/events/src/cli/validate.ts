import type { Command } from "commander";
import { type EventIssue, InvalidEventError } from "../invalid-event-error.ts";
import { tryFindEvent } from "./catalogues.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { readText } from "./files.ts";

/** One event of the input, with the line that it starts on. */
interface Entry {
  line: number;
  event: unknown;
  unreadable?: boolean;
}

interface Finding {
  line: number;
  event?: string;
  issues: EventIssue[];
}

export function addValidateCommand(program: Command, context: CliContext): void {
  program
    .command("validate <file>")
    .description("check events: a JSON object, an array, or one per line (NDJSON); - reads standard input")
    .option("--json", "print JSON")
    .action(async (file: string, { json }: { json?: boolean }) => {
      const entries = entriesOf(await readText(context, file));
      if (entries.length === 0) throw new CommandError(`${file} holds no events`);
      const findings = entries.map(check).filter(({ issues }) => issues.length > 0);
      const summary = { events: entries.length, invalid: findings.length };
      if (json) context.print(JSON.stringify({ ...summary, findings }, null, 2));
      else report(context, findings, summary);
      if (findings.length > 0) throw new CommandError("", exitCodes.refused);
    });
}

/** A whole document first; if it is not JSON as a whole, each line for itself. */
function entriesOf(text: string): Entry[] {
  const whole = parse(text);
  if (!whole.unreadable) {
    return Array.isArray(whole.event)
      ? whole.event.map((event) => ({ line: 1, event }))
      : [{ line: 1, event: whole.event }];
  }
  return text
    .split("\n")
    .map((content, index) => ({ content: content.trim(), line: index + 1 }))
    .filter(({ content }) => content !== "")
    .map(({ content, line }) => ({ line, ...parse(content) }));
}

function parse(text: string): Omit<Entry, "line"> {
  try {
    return { event: JSON.parse(text) };
  } catch {
    return { event: undefined, unreadable: true };
  }
}

function check({ line, event, unreadable }: Entry): Finding {
  if (unreadable) return { line, issues: [{ path: "", reason: "not JSON" }] };
  if (!isNamed(event))
    return { line, issues: [{ path: "name", reason: "an event is an object with name and data" }] };
  const found = tryFindEvent(event.name);
  if (!found) return { line, event: event.name, issues: [{ path: "name", reason: "no such event" }] };
  try {
    found.definition.receive({ ts: 0, ...event });
    return { line, event: event.name, issues: [] };
  } catch (error) {
    if (!(error instanceof InvalidEventError)) throw error;
    const issues = error.issues.map(({ path, reason }) => ({ path: path ? `data.${path}` : "data", reason }));
    return { line, event: event.name, issues };
  }
}

function isNamed(event: unknown): event is { name: string; data?: unknown; ts?: number; v?: string } {
  return typeof event === "object" && event !== null && "name" in event && typeof event.name === "string";
}

function report(
  context: CliContext,
  findings: Finding[],
  summary: { events: number; invalid: number },
): void {
  for (const { line, event, issues } of findings) {
    for (const { path, reason } of issues)
      context.print(`line ${line}: ${event ?? "event"}: ${path}: ${reason}`);
  }
  context.print(`${summary.events - summary.invalid} of ${summary.events} events are valid`);
}
