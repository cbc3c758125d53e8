import type { Command } from "commander";
import type { EventToSend } from "../event.ts";
import { InvalidEventError } from "../invalid-event-error.ts";
import { findEvent } from "./catalogues.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { parseJson, readText } from "./files.ts";

const LOCAL_ENGINE = "http://127.0.0.1:8288";

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
  const url = new URL(
    `/e/${env.INNGEST_EVENT_KEY ?? "NO_EVENT_KEY_SET"}`,
    env.INNGEST_BASE_URL ?? LOCAL_ENGINE,
  );
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(event),
  };
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      const advice = "Start it with pnpm dev, or set INNGEST_BASE_URL.";
      throw new CommandError(`no engine answers at ${url.origin}: ${reason}. ${advice}`, exitCodes.engine);
    },
  );
  const text = await response.text();
  if (!response.ok) {
    throw new CommandError(
      `${url.origin} refused the event with ${response.status}: ${text}`,
      exitCodes.engine,
    );
  }
  return { ids: idsIn(parseJson(text, `the answer of ${url.origin}`)) };
}

function idsIn(answer: unknown): string[] {
  const ids = typeof answer === "object" && answer !== null && "ids" in answer ? answer.ids : undefined;
  return Array.isArray(ids) ? ids.map(String) : [];
}
