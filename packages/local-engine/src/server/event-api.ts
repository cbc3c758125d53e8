import { type Context, Hono } from "hono";
import { encodeTime } from "ulid";
import * as z from "zod";
import type { IncomingEvent } from "../core/event-log.ts";
import { RefusedEventError } from "../core/intake.ts";
import { limits } from "../core/limits.ts";
import type { Engine } from "../engine/engine.ts";
import { refuseWhenBusy } from "./event-door.ts";
import { limitTo } from "./limit-to.ts";
import { readJson, refuse } from "./responses.ts";

export interface EventApiOptions {
  /**
   * The engine's clock is not the computer's. The SDK stamps every event with the computer's time; such a stamp is
   * dropped, so that the event counts as sent now on the engine's clock.
   */
  virtualTime?: boolean;
}

const eventSchema = z.object({
  name: z.string(),
  data: z.record(z.string(), z.unknown()).nullish(),
  id: z.string().nullish(),
  ts: z.int().nullish(),
  v: z.string().nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
  meta: z.unknown().optional(),
});
const eventsSchema = z.preprocess((body) => (Array.isArray(body) ? body : [body]), z.array(eventSchema));

/** `POST /e/:key`, with any key or none: one event or a list. The answer comes after the events are stored. */
export function createEventApi(engine: Engine, { virtualTime = false }: EventApiOptions = {}): Hono {
  const app = new Hono();
  const tooLarge = limitTo(limits.eventBytes, (context) =>
    refuse(context, 413, `the request is over the limit of ${limits.eventBytes} bytes.`),
  );
  const notBusy = refuseWhenBusy(() => engine.health().intake);
  app.on("POST", ["/e", "/e/", "/e/:key"], tooLarge, notBusy, async (context) => {
    const body = await readJson(context, eventsSchema);
    if (!body.ok) return body.response;
    if (body.value.length > limits.eventsPerRequest) {
      return refuse(
        context,
        413,
        `${body.value.length} events are over the limit of ${limits.eventsPerRequest} a request.`,
      );
    }
    const seed = readSeed(context);
    const sentAt = virtualTime ? seed?.sentAt : undefined;
    const events = body.value.map((event) => toIncoming(event, sentAt));
    const internalIds =
      virtualTime || !seed ? undefined : events.map((_event, position) => seededId(seed, position));
    try {
      return context.json({ ids: await engine.send(events, internalIds), status: 200 });
    } catch (error) {
      if (!RefusedEventError.isInstance(error)) throw error;
      return refuse(context, 400, error.message);
    }
  });
  return app;
}

function toIncoming(event: z.infer<typeof eventSchema>, sentAt: number | undefined): IncomingEvent {
  return {
    name: event.name,
    data: event.data ?? {},
    id: event.id ?? undefined,
    ts: event.ts === null || event.ts === sentAt ? undefined : event.ts,
    v: event.v ?? undefined,
    user: event.user ?? undefined,
    meta: event.meta ?? undefined,
  };
}

interface Seed {
  sentAt: number;
  entropy: Buffer;
}

/** The SDK repeats a request that failed with the same seed, from which the same ids follow. */
function readSeed(context: Context): Seed | undefined {
  const [time, entropyText] = (context.req.header("x-inngest-event-id-seed") ?? "").split(",");
  const sentAt = Number(time);
  const entropy = Buffer.from(entropyText ?? "", "base64");
  return Number.isSafeInteger(sentAt) && sentAt > 0 && entropy.length === 10
    ? { sentAt, entropy }
    : undefined;
}

const crockfordBase32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A ULID made of the seed's time and its entropy plus the event's place in the request. */
function seededId({ sentAt, entropy }: Seed, position: number): string {
  let value = (BigInt(`0x${entropy.toString("hex")}`) + BigInt(position)) % 2n ** 80n;
  let text = "";
  for (let index = 0; index < 16; index++) {
    text = (crockfordBase32[Number(value % 32n)] ?? "0") + text;
    value /= 32n;
  }
  return encodeTime(sentAt, 10) + text;
}
