import { discardEvent } from "@org/commands/operations/discard-event";
import type { OperatedOutbox } from "@org/stores/outbox/port";
import type { CommandResult } from "./dead-letter-tools.ts";
import { readDiscard, reasonInWords, reasonsToChoose } from "./discarding.ts";

export const outboxUsage = `  outbox list                     events that the engine refuses, with how many wait behind each
  outbox list --json              all that wait, by name and version, for org-events check --in-flight --outbox
  outbox discard <event id> --reason <reason>
                                  gives one of them up, so that those behind it go on
`;

/** Who asks, as far as a command line can tell. */
const operatorId = "command-line";

/** What an operator does with refused events where there is no console. */
export async function outboxCommand(
  [name, ...parameters]: readonly string[],
  outbox: Pick<OperatedOutbox, "state" | "discard" | "waiting">,
): Promise<CommandResult> {
  if (name === "list" && parameters.length === 0) return list(outbox);
  if (name === "list" && parameters.join(" ") === "--json") return waiting(outbox);
  const asked = name === "discard" ? readDiscard(parameters) : undefined;
  if (!asked) return { code: 2, text: `Usage:\n${outboxUsage}` };
  const { subject: eventId, reason } = asked;
  const outcome = await discardEvent({ outbox })({ eventId, reason, operatorId });
  if (outcome.ok)
    return { code: 0, text: `${eventId} is given up: ${reasonInWords(reason)}. See: outbox list` };
  return { code: 1, text: `${outcome.fields?.reason ? reasonsToChoose : outcome.message} See: outbox list` };
}

/** One line of JSON for each version of an event, without the events' data. */
async function waiting(outbox: Pick<OperatedOutbox, "waiting">): Promise<CommandResult> {
  const found = await outbox.waiting();
  return {
    code: 0,
    text: found.map(({ name, v, events }) => JSON.stringify({ name, v, events })).join("\n"),
  };
}

async function list(outbox: Pick<OperatedOutbox, "state">): Promise<CommandResult> {
  const { failing } = await outbox.state();
  if (failing.length === 0) return { code: 0, text: "The engine refuses no event." };
  const lines = failing.map(({ id, name, attempts, behind = 0, lastError }) =>
    [`refused ${attempts}x`, `${behind} behind it`, name, id, lastError].join("  "),
  );
  return { code: 0, text: lines.join("\n") };
}
