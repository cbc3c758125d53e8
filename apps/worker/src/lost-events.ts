import { resendEvent } from "@org/commands/operations/resend-event";
import type { Outbox } from "@org/stores/outbox/port";
import type { CommandResult } from "./dead-letter-tools.ts";

export const lostEventsUsage = `  lost-events list                events that the engine accepted, and of which it started nothing or too little
  lost-events resend <event id>   sends one of them again under its id, and looks for it as if it were new
`;

/** Who asks, as far as a command line can tell. */
const operatorId = "command-line";

/** What an operator does with lost events where there is no console. */
export async function lostEventsCommand(
  [name, eventId, ...rest]: readonly string[],
  outbox: Pick<Outbox, "state" | "resend">,
): Promise<CommandResult> {
  if (name === "list" && eventId === undefined) return list(outbox);
  if (name !== "resend" || !eventId || rest.length > 0)
    return { code: 2, text: `Usage:\n${lostEventsUsage}` };
  const asked = await resendEvent({ outbox })({ eventId, operatorId });
  if (asked.ok)
    return { code: 0, text: `${eventId} is on its way to the engine again. See: lost-events list` };
  return { code: 1, text: `${asked.message} See: lost-events list` };
}

async function list(outbox: Pick<Outbox, "state">): Promise<CommandResult> {
  const { lost } = await outbox.state();
  if (lost.length === 0) return { code: 0, text: "No event is lost." };
  const lines = lost.map(
    ({ id, name, resends, since }) => `${since}  sent again ${resends}x  ${name}  ${id}`,
  );
  return { code: 0, text: lines.join("\n") };
}
