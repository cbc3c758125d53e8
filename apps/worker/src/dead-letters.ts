import { discardRun } from "@org/commands/operations/discard-run";
import { replayRun } from "@org/commands/operations/replay-run";
import type { DeadLetter, DeadLetters } from "@org/stores/dead-letters/port";
import { redactedDeadLetter } from "@org/stores/dead-letters/redacted";
import { saidFailure } from "@org/stores/dead-letters/said";
import type { CommandResult, DeadLetterTools } from "./dead-letter-tools.ts";
import { readDiscard, reasonInWords, reasonsToChoose } from "./discarding.ts";
import { replayMany } from "./replay-many.ts";

export const deadLettersUsage = `  dead-letters list [--all]       failed runs that nobody has settled, latest first; --all adds the settled ones
  dead-letters show <run id>      one failed run as JSON, without personal data
  dead-letters replay <run id>    asks the worker to run its function again
  dead-letters replay-all <workflow> [--error <part of it>] [--since <time>] [--dry-run]
                                  the same for all open runs of a function; --dry-run only says which
  dead-letters discard <run id> --reason <reason>
                                  lets it go
`;

type Verb = (letter: DeadLetter, tools: DeadLetterTools) => Promise<CommandResult>;

/** Who asks, as far as a command line can tell. */
const operatorId = "command-line";

const show: Verb = async (letter) => {
  return { code: 0, text: JSON.stringify(redactedDeadLetter(letter), null, 2) };
};

const replay: Verb = async (letter, { deadLetters, events, now }) => {
  const { runId, workflow } = letter;
  const asked = await replayRun({ deadLetters, outbox: events, now })({ runId, operatorId });
  if (asked.ok)
    return {
      code: 0,
      text: `The worker is asked to run ${workflow} again. See: dead-letters show ${runId}`,
    };
  return asked.code === "not-open" ? settled(letter, deadLetters) : refused(letter, asked.message);
};

async function discard(
  letter: DeadLetter,
  reason: string,
  { deadLetters }: DeadLetterTools,
): Promise<CommandResult> {
  const { runId, workflow } = letter;
  const asked = await discardRun({ deadLetters })({ runId, reason, operatorId });
  if (asked.ok) return { code: 0, text: `Run ${runId} of ${workflow} is let go: ${reasonInWords(reason)}.` };
  if (asked.fields?.reason) return { code: 1, text: reasonsToChoose };
  return asked.code === "not-open" ? settled(letter, deadLetters) : refused(letter, asked.message);
}

const verbs: ReadonlyMap<string, Verb> = new Map(Object.entries({ show, replay }));

/** What an operator does with failed runs where there is no console. */
export async function deadLettersCommand(
  parameters: readonly string[],
  tools: DeadLetterTools,
): Promise<CommandResult> {
  const [name, parameter, ...rest] = parameters;
  const wrong: CommandResult = { code: 2, text: `Usage:\n${deadLettersUsage}` };
  if (name === "replay-all") return (await replayMany(parameters.slice(1), tools, operatorId)) ?? wrong;
  if (name === "discard") return discardNamed(readDiscard(parameters.slice(1)), tools);
  if (rest.length > 0) return wrong;
  if (name === "list") {
    return parameter === undefined || parameter === "--all" ? list(tools, parameter === "--all") : wrong;
  }
  const verb = verbs.get(name ?? "");
  if (!verb || !parameter) return wrong;
  const letter = await tools.deadLetters.get(parameter);
  return letter ? verb(letter, tools) : notKept(parameter);
}

async function discardNamed(
  asked: ReturnType<typeof readDiscard>,
  tools: DeadLetterTools,
): Promise<CommandResult> {
  if (!asked) return { code: 2, text: `Usage:\n${deadLettersUsage}` };
  const letter = await tools.deadLetters.get(asked.subject);
  return letter ? discard(letter, asked.reason, tools) : notKept(asked.subject);
}

function notKept(runId: string): CommandResult {
  return { code: 1, text: `No failed run ${runId} is kept. See: dead-letters list --all` };
}

/** More than anyone reads at once; `--all` of a long outage would fill the terminal. */
const longestList = 200;

async function list({ deadLetters }: DeadLetterTools, all: boolean): Promise<CommandResult> {
  const letters = await deadLetters.list({ status: all ? undefined : "open", limit: longestList });
  if (letters.length === 0) return { code: 0, text: "No failed run waits for anybody." };
  return { code: 0, text: letters.map(line).join("\n") };
}

function line(letter: DeadLetter): string {
  const { runId, status, failedAt, app, workflow } = letter;
  return [runId, status.padEnd(9), failedAt, `${app}/${workflow}`, saidFailure(letter)].join("  ");
}

function refused({ runId, workflow }: DeadLetter, message: string): CommandResult {
  return { code: 1, text: `Run ${runId} of ${workflow}: ${message}` };
}

async function settled(letter: DeadLetter, deadLetters: DeadLetters): Promise<CommandResult> {
  const { runId, status, settledAt } = (await deadLetters.get(letter.runId)) ?? letter;
  return { code: 1, text: `Run ${runId} was ${status} at ${settledAt} already. Nothing is done.` };
}
