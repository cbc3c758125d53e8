import { parseArgs } from "node:util";
import { replayRuns } from "@org/commands/operations/replay-runs";
import type { CommandResult, DeadLetterTools } from "./dead-letter-tools.ts";

const options = {
  error: { type: "string" },
  since: { type: "string" },
  "dry-run": { type: "boolean", default: false },
} as const;

/** @returns undefined for a wrong command line */
function read(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true });
    const [workflow, ...rest] = positionals;
    return workflow === undefined || rest.length > 0 ? undefined : { workflow, ...values };
  } catch {
    return undefined;
  }
}

/** @returns undefined for a wrong command line */
export async function replayMany(
  parameters: readonly string[],
  { deadLetters, events, now }: DeadLetterTools,
  operatorId: string,
): Promise<CommandResult | undefined> {
  const line = read(parameters);
  if (!line) return undefined;
  const { workflow, error, since, "dry-run": dryRun } = line;
  const asked = await replayRuns({ deadLetters, outbox: events, now })({
    workflow,
    ...(error !== undefined && { error }),
    ...(since !== undefined && { since }),
    dryRun,
    operatorId,
  });
  if (!asked.ok) return { code: 1, text: [asked.message, ...Object.values(asked.fields ?? {})].join(" ") };
  const { runIds, tooOld, more } = asked;
  const said = dryRun ? "would be asked" : "is asked";
  return {
    code: 0,
    text: [
      `${runIds.length} runs of ${workflow}: the worker ${said} to run them again.`,
      ...runIds,
      ...(tooOld.length > 0 ? [`Too old to replay, to be discarded by hand: ${tooOld.join(", ")}`] : []),
      ...(more ? ["More match than are taken at once. When these have run, ask again."] : []),
    ].join("\n"),
  };
}
