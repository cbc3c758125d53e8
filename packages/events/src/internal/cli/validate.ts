import type { Command } from "commander";
import * as z from "zod";
import { EARLIEST, LATEST } from "../create-event.ts";
import { type EventIssue, InvalidEventError, toEventIssues } from "../invalid-event-error.ts";
import { tryFindEvent } from "./catalogues.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { readText } from "./files.ts";

/** What is around the data, as Inngest takes it; `occurredAt` may be missing, because `ts` stands in. */
const envelopeSchema = z.object({
  name: z.string(),
  data: z.unknown().optional(),
  id: z.string().optional(),
  ts: z.int().min(EARLIEST).max(LATEST).default(EARLIEST),
  v: z.string().optional(),
});

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
      const findings = entries
        .map((entry) => check(context, entry))
        .filter(({ issues }) => issues.length > 0);
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

function check(context: CliContext, { line, event, unreadable }: Entry): Finding {
  if (unreadable) return { line, issues: [{ path: "", reason: "not JSON" }] };
  const envelope = envelopeSchema.safeParse(event);
  if (!envelope.success) return { line, issues: toEventIssues(envelope.error.issues) };
  const { name, data, ts, v } = envelope.data;
  const found = tryFindEvent(context, name);
  if (!found) return { line, event: name, issues: [{ path: "name", reason: "no such event" }] };
  try {
    found.definition.receive({ data, ts, v });
    return { line, event: name, issues: [] };
  } catch (error) {
    if (!InvalidEventError.isInstance(error)) throw error;
    const issues = error.issues.map(({ path, reason }) => ({ path: path ? `data.${path}` : "data", reason }));
    return { line, event: name, issues };
  }
}

function report(
  context: CliContext,
  findings: Finding[],
  summary: { events: number; invalid: number },
): void {
  for (const { line, event, issues } of findings) {
    for (const { path, reason } of issues) {
      context.print([`line ${line}`, event ?? "event", path, reason].filter(Boolean).join(": "));
    }
  }
  context.print(`${summary.events - summary.invalid} of ${summary.events} events are valid`);
}
