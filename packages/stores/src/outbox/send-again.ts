import type { EventClient, EventToSend } from "@org/events";
import { withDeadline } from "@org/integrations/deadline";

export interface SendAgainOptions {
  client: EventClient;
  /** Milliseconds that the engine has for one call. */
  sendTimeout: number;
}

interface Sendable {
  payload: EventToSend;
}

export interface SentAgain<Event> {
  /** What the engine took, or refused while it took others: either way it was tried. */
  tried: Event[];
  /** Why the rest was not sent: the engine is away. */
  failure?: unknown;
}

/** Events of one call, with at most 256 KB each: far below the 3 MB that the engine takes as a rule. */
const mostInOneCall = 100;
const mostBytes = 512 * 1024;
/** Refused one after the other with nothing taken: it is the engine and not the events. */
const mostRefusals = 3;

/**
 * Sends events in calls that the engine can take. Of a call that it refuses they go one by one, so that one which it never
 * takes, as when the step that sent it failed for just that, keeps no other from being sent.
 */
export async function sendAgain<Event extends Sendable>(
  events: readonly Event[],
  options: SendAgainOptions,
): Promise<SentAgain<Event>> {
  const tried: Event[] = [];
  const refused: Event[] = [];
  for (const call of inCalls(events)) {
    const failure = await failureOf(call, options);
    if (!failure) {
      tried.push(...call);
      continue;
    }
    const single = await oneByOne(call, options);
    tried.push(...single.taken);
    refused.push(...single.refused);
    if (tried.length === 0 && refused.length >= Math.min(mostRefusals, events.length))
      return { tried, failure: failure.error };
  }
  return { tried: [...tried, ...refused] };
}

async function oneByOne<Event extends Sendable>(events: readonly Event[], options: SendAgainOptions) {
  const taken: Event[] = [];
  const refused: Event[] = [];
  for (const event of inAnyOrder(events)) {
    const refusal = await failureOf([event], options);
    (refusal ? refused : taken).push(event);
    if (taken.length === 0 && refused.length >= mostRefusals) break;
  }
  return { taken, refused };
}

async function failureOf(
  events: readonly Sendable[],
  { client, sendTimeout }: SendAgainOptions,
): Promise<{ error: unknown } | undefined> {
  try {
    await withDeadline(client.send(events.map(({ payload }) => payload)), sendTimeout);
    return undefined;
  } catch (error) {
    return { error };
  }
}

function inCalls<Event extends Sendable>(events: readonly Event[]): Event[][] {
  const calls: Event[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(JSON.stringify(event.payload));
    const call = calls.at(-1);
    if (call && call.length < mostInOneCall && bytes + size <= mostBytes) {
      call.push(event);
      bytes += size;
    } else {
      calls.push([event]);
      bytes = size;
    }
  }
  return calls;
}

/** So that a few which are always refused do not stand first each time. */
function inAnyOrder<Event>(events: readonly Event[]): Event[] {
  return events
    .map((event) => ({ event, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ event }) => event);
}
