import * as z from "zod";
import type { EventInFlight } from "../release/in-flight.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";
import { engineUrl } from "./engine-url.ts";
import { parseJson, readLines } from "./files.ts";

const eventsSchema = z.object({
  data: z.array(z.object({ internal_id: z.string(), name: z.string(), v: z.string().nullish() })),
});
const runsSchema = z.object({ data: z.array(z.object({ ended_at: z.string().nullish() })) });
const waitingSchema = z.object({
  name: z.string(),
  v: z.string().nullish(),
  events: z.int().min(1).optional(),
});

/** As many as the engine lists at once. */
const PAGE = 100;

/**
 * Events in another version than the latest that have a run which has not ended: it reads its event again at each step.
 * @throws CommandError when the engine cannot be asked
 */
export async function askEngine(context: CliContext): Promise<EventInFlight[]> {
  const names = context.catalogues.flatMap(({ definitions }) => definitions.map(({ event }) => event));
  const found: EventInFlight[] = [];
  for (const name of names) {
    for await (const { internal_id: id, v } of eventsNamed(context, name)) {
      const latest = context.catalogues.flatMap((one) => one.find(name) ?? [])[0]?.version;
      if (typeof v !== "string" || v === latest) continue;
      const { data: runs } = await ask(context, `/v1/events/${encodeURIComponent(id)}/runs`, runsSchema);
      if (runs.some(({ ended_at: ended }) => !ended)) found.push({ name, v, where: "engine" });
    }
  }
  return found;
}

async function* eventsNamed(context: CliContext, name: string) {
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ name, limit: String(PAGE), ...(cursor ? { cursor } : {}) });
    const { data } = await ask(context, `/v1/events?${query}`, eventsSchema);
    yield* data;
    cursor = data.length === PAGE ? data.at(-1)?.internal_id : undefined;
  } while (cursor);
}

/** Events that wait in an outbox: `{"name": …, "v": …}`, one a line, or with `"events"` how many of them. */
export async function readOutbox(context: CliContext, path: string): Promise<EventInFlight[]> {
  const found: EventInFlight[] = [];
  let line = 0;
  for await (const text of readLines(context, path)) {
    line += 1;
    if (text.trim() === "") continue;
    const event = waitingSchema.safeParse(parseJson(text, `line ${line} of ${path}`));
    if (!event.success)
      throw new CommandError(`line ${line} of ${path} is no event: it needs a name, and v as text`);
    const { name, v, events } = event.data;
    if (typeof v === "string") found.push({ name, v, where: "outbox", ...(events ? { events } : {}) });
  }
  return found;
}

async function ask<Answer>(context: CliContext, path: string, schema: z.ZodType<Answer>): Promise<Answer> {
  const { origin } = engineUrl(context.env.INNGEST_API_BASE_URL ?? context.env.INNGEST_BASE_URL);
  const key = context.env.INNGEST_SIGNING_KEY;
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  const refused = (why: string) =>
    new CommandError(`cannot ask ${origin} what is in flight: ${why}`, exitCodes.engine);
  const response = await context
    .fetch(new URL(path, origin), { headers, signal: AbortSignal.timeout(10_000) })
    .catch((error: Error) => {
      throw refused(`${error.message}. Start it with pnpm dev, or set INNGEST_API_BASE_URL`);
    });
  if (!response.ok) throw refused(`it answers ${response.status}`);
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success)
    throw refused("its answer is no list. Set INNGEST_API_BASE_URL to an engine's address");
  return answer.data;
}
