import type { Command } from "commander";
import type { EventToSend } from "../event.ts";
import { InvalidEventError } from "../invalid-event-error.ts";
import { findEvent } from "./catalogues.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { engineUrl, LOCAL_ENGINE } from "./engine-url.ts";
import { parseJson, readText } from "./files.ts";

interface EmitOptions {
  data: string;
  id?: string;
  json?: boolean;
}

export function addEmitCommand(program: Command, context: CliContext): void {
  program
    .command("emit <event>")
    .description(`send one event to INNGEST_BASE_URL, or else to the local engine at ${LOCAL_ENGINE}`)
    .requiredOption("--data <json>", "the data as JSON, @file, or - for standard input")
    .option("--id <id>", "instead of the derived one")
    .option("--json", "print JSON")
    .action(async (name: string, { data, id, json }: EmitOptions) => {
      if (id?.trim() === "") throw new CommandError("--id is empty: give an id, or leave it to be derived");
      const event = build(context, name, await readData(context, data), id);
      const { ids } = await send(context, event);
      context.print(
        json ? JSON.stringify({ ids, event }, null, 2) : `sent ${event.name} as ${ids.join(", ")}`,
      );
    });
}

async function readData(context: CliContext, data: string): Promise<unknown> {
  const fromFile = data === "-" || data.startsWith("@");
  const text = fromFile ? await readText(context, data.replace(/^@/, "")) : data;
  return parseJson(text, fromFile ? data : "--data");
}

function build(context: CliContext, name: string, data: unknown, id: string | undefined): EventToSend {
  const { definition } = findEvent(context, name);
  try {
    return definition.create(Object(data), { id });
  } catch (error) {
    if (!InvalidEventError.isInstance(error)) throw error;
    throw new CommandError(error.message, exitCodes.refused);
  }
}

async function send({ env, fetch }: CliContext, event: EventToSend): Promise<{ ids: string[] }> {
  const { origin } = engineUrl(env.INNGEST_BASE_URL);
  const url = new URL(`/e/${env.INNGEST_EVENT_KEY ?? "NO_EVENT_KEY_SET"}`, origin);
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  };
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const advice = "Start it with pnpm dev, or set INNGEST_BASE_URL.";
      throw new CommandError(`no engine answers at ${origin}: ${reason}. ${advice}`, exitCodes.engine);
    },
  );
  const answer = answerIn(await response.text());
  if (!response.ok) {
    const reason = typeof answer.error === "string" ? `: ${oneLine(answer.error)}` : "";
    throw new CommandError(`${origin} answers ${response.status}${reason}`, exitCodes.engine);
  }
  const ids = Array.isArray(answer.ids) ? answer.ids.map(String).filter(Boolean) : [];
  if (ids.length > 0) return { ids };
  const advice = "Set INNGEST_BASE_URL to the engine's address.";
  throw new CommandError(
    `${origin} is no engine, it names no event that it took. ${advice}`,
    exitCodes.engine,
  );
}

/** What an engine says; of anything else, nothing. */
function answerIn(text: string): { ids?: unknown; error?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 200);
}
