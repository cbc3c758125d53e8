import type { EventClient } from "@org/events";
import { isReplayable, tooOldToReplay } from "@org/stores/dead-letters/is-replayable";
import type { DeadLetter, DeadLetters } from "@org/stores/dead-letters/port";
import { redactedDeadLetter } from "@org/stores/dead-letters/redacted";
import { replayRequested } from "@org/workflows/operations";

export const deadLettersUsage = `  dead-letters list [--all]       failed runs that nobody has settled, latest first; --all adds the settled ones
  dead-letters show <run id>      one failed run as JSON, without personal data
  dead-letters replay <run id>    asks the worker to run its function again
  dead-letters discard <run id>   lets it go
`;

export interface DeadLetterTools {
  deadLetters: DeadLetters;
  /** Takes the request to replay to the worker. */
  events: EventClient;
  now(): Date;
}

export interface CommandResult {
  /** 0 done, 1 not possible, 2 a wrong command line. */
  code: 0 | 1 | 2;
  text: string;
}

type Verb = (letter: DeadLetter, tools: DeadLetterTools) => Promise<CommandResult>;

const verbs: Record<string, Verb> = {
  async show(letter) {
    return { code: 0, text: JSON.stringify(redactedDeadLetter(letter), null, 2) };
  },

  async replay(letter, { events, now }) {
    if (letter.status !== "open") return settled(letter);
    const { runId, workflow } = letter;
    if (!isReplayable(letter, now()))
      return { code: 1, text: `Run ${runId} of ${workflow}: ${tooOldToReplay}` };
    await events.send(replayRequested.create({ runId, requestedBy: "command-line" }));
    return { code: 0, text: `The worker is asked to run ${workflow} again. See: dead-letters show ${runId}` };
  },

  async discard(letter, { deadLetters }) {
    const { runId, workflow } = letter;
    if (await deadLetters.discard(runId)) return { code: 0, text: `Run ${runId} of ${workflow} is let go.` };
    return settled((await deadLetters.get(runId)) ?? letter);
  },
};

/** What an operator does with failed runs where there is no console. */
export async function deadLettersCommand(
  [name, parameter, ...rest]: readonly string[],
  tools: DeadLetterTools,
): Promise<CommandResult> {
  const wrong: CommandResult = { code: 2, text: `Usage:\n${deadLettersUsage}` };
  if (rest.length > 0) return wrong;
  if (name === "list") {
    return parameter === undefined || parameter === "--all" ? list(tools, parameter === "--all") : wrong;
  }
  const verb = verbs[name ?? ""];
  if (!verb || !parameter) return wrong;
  const letter = await tools.deadLetters.get(parameter);
  if (letter) return verb(letter, tools);
  return { code: 1, text: `No failed run ${parameter} is kept. See: dead-letters list --all` };
}

/** More than anyone reads at once; `--all` of a long outage would fill the terminal. */
const longestList = 200;

async function list({ deadLetters }: DeadLetterTools, all: boolean): Promise<CommandResult> {
  const letters = await deadLetters.list({ status: all ? undefined : "open", limit: longestList });
  if (letters.length === 0) return { code: 0, text: "No failed run waits for anybody." };
  return { code: 0, text: letters.map(line).join("\n") };
}

function line({ runId, status, failedAt, app, workflow, error }: DeadLetter): string {
  return [runId, status.padEnd(9), failedAt, `${app}/${workflow}`, error.message].join("  ");
}

function settled({ runId, status, settledAt }: DeadLetter): CommandResult {
  return { code: 1, text: `Run ${runId} was ${status} at ${settledAt} already. Nothing is done.` };
}
