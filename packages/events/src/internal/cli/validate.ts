import type { Command } from "commander";
import * as z from "zod";
import { EARLIEST, LATEST } from "../create-event.ts";
import { type EventIssue, InvalidEventError, toEventIssues } from "../invalid-event-error.ts";
import { tryFindEvent } from "./catalogues.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { readLines } from "./files.ts";

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
      const summary = { events: 0, invalid: 0 };
      const findings: Finding[] = [];
      for await (const entry of entriesOf(readLines(context, file))) {
        const finding = check(context, entry);
        summary.events += 1;
        if (finding.issues.length === 0) continue;
        summary.invalid += 1;
        if (json) findings.push(finding);
        else report(context, finding);
      }
      if (summary.events === 0) throw new CommandError(`${file} holds no events`);
      context.print(
        json
          ? JSON.stringify({ ...summary, findings }, null, 2)
          : `${summary.events - summary.invalid} of ${summary.events} events are valid`,
      );
      if (summary.invalid > 0) throw new CommandError("", exitCodes.refused);
    });
}

interface Line {
  line: number;
  text: string;
}

/**
 * Events as they come: each line one, or an array of them. Where the first line is no JSON by itself, all of it may be one
 * document over many lines; if that is none either, each line is for itself.
 */
async function* entriesOf(texts: AsyncIterable<string>): AsyncGenerator<Entry> {
  let line = 0;
  let isFirst = true;
  const document: Line[] = [];
  for await (const text of texts) {
    line += 1;
    if (document.length > 0) document.push({ line, text });
    else if (text.trim() !== "") {
      const entries = entriesIn({ line, text });
      if (isFirst && entries.some(({ unreadable }) => unreadable)) document.push({ line, text });
      else yield* entries;
      isFirst = false;
    }
  }
  yield* entriesOfDocument(document);
}

function entriesOfDocument(lines: readonly Line[]): Entry[] {
  const text = lines.map((line) => line.text).join("\n");
  const whole = entriesIn({ line: lines[0]?.line ?? 1, text });
  if (whole.every(({ unreadable }) => !unreadable)) return whole;
  return lines.flatMap((line) => (line.text.trim() === "" ? [] : entriesIn(line)));
}

function entriesIn({ line, text }: Line): Entry[] {
  if (text.trim() === "") return [];
  try {
    return [JSON.parse(text)].flat().map((event) => ({ line, event }));
  } catch {
    return [{ line, event: undefined, unreadable: true }];
  }
}

function check(context: CliContext, { line, event, unreadable }: Entry): Finding {
  if (unreadable) return { line, issues: [{ path: "", reason: "not JSON" }] };
  const envelope = envelopeSchema.safeParse(event);
  if (!envelope.success) return { line, issues: toEventIssues(envelope.error.issues) };
  const { name, data, ts, v } = envelope.data;
  const found = tryFindEvent(context, name);
  // A name that is no event's is the sender's own text, which may be anything.
  if (!found) return { line, issues: [{ path: "name", reason: "no such event" }] };
  try {
    found.definition.receive({ data, ts, v });
    return { line, event: name, issues: [] };
  } catch (error) {
    if (!InvalidEventError.isInstance(error)) throw error;
    const issues = error.issues.map(({ path, reason }) => ({ path: path ? `data.${path}` : "data", reason }));
    return { line, event: name, issues };
  }
}

function report(context: CliContext, { line, event, issues }: Finding): void {
  for (const { path, reason } of issues) {
    context.print([`line ${line}`, event ?? "event", path, reason].filter(Boolean).join(": "));
  }
}
