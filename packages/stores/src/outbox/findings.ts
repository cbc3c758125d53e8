import type { EventClient, EventToSend } from "@org/events";
import { eventsLost } from "@org/events/operations/events-lost";
import type { ExpectedTrace } from "./port.ts";
import { sendAgain } from "./send-again.ts";

export interface LookOptions {
  client: EventClient;
  expected(event: EventToSend): readonly ExpectedTrace[];
  /** Milliseconds. */
  lostAfter: number;
  /** Milliseconds. */
  sendTimeout: number;
}

export interface Look {
  /** Events that were sent again. */
  resent: number;
  /** Events that started nothing, or too little. */
  lost: number;
  names: string[];
  hasMore: boolean;
  /** Why some were not sent again: the engine is away. They are as they were. */
  failure?: unknown;
}

/** An accepted event whose time is up. */
export interface DueEvent {
  id: string;
  payload: EventToSend;
  resends: number;
  /** Milliseconds since it was accepted last. */
  age: number;
  isLost: boolean;
  /** By function, whether its run came to an end. */
  traces: Readonly<Record<string, boolean>>;
}

/** Three times, at 1, 3 and 9 bounds: within the day for which the engine knows the ids of what it did not lose. */
const mostResends = 3;
/** What waits for its turn under a limit may take this many bounds; all three resends are within a day still. */
const patience = 9;
export const dailyLook = 24 * 60 * 60_000;

/** What has to be booked of the events of one look. */
export interface Findings<Event extends DueEvent> {
  traced: Event[];
  /** Sent again. */
  resent: Event[];
  /** What is missing waits for its turn. */
  patient: Event[];
  /** Lost, and sent as often as it may be. */
  givenUp: Event[];
  /** Those that are lost, whatever was done about it. */
  lost: Event[];
  /** What tells operations of those of which they have not heard. */
  told: EventToSend[];
  look: Omit<Look, "hasMore">;
}

/** Compares what events started with what they have to start, and sends again what is missing. */
export async function lookInto<Event extends DueEvent>(
  events: readonly Event[],
  options: LookOptions,
): Promise<Findings<Event>> {
  const verdicts = events.map((event) => ({ event, verdict: judge(event, options) }));
  const of = (wanted: Verdict) =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(({ event }) => event);
  const again = await sendAgain([...of("lost"), ...of("unfinished")], options);
  const givenUp = of("given-up");
  const lost = [...of("lost").filter((event) => again.tried.includes(event)), ...givenUp];
  return {
    ...{ traced: of("traced"), resent: again.tried, patient: of("patient"), givenUp, lost },
    told: tellingOf(lost),
    look: {
      ...{ resent: again.tried.length, lost: lost.length, names: namesOf(lost) },
      ...("failure" in again && { failure: again.failure }),
    },
  };
}

/** Milliseconds until an event that is sent again is looked at anew. */
export function waitAfter({ resends }: DueEvent, lostAfter: number): number {
  return lostAfter * 3 ** (resends + 1);
}

/**
 * `lost`: the engine started nothing of it, or too little. `unfinished`: a run began and did not end; an engine that knows it
 * ignores the event. `patient`: what is missing waits for its turn. `given-up`: lost, and sent as often as it may be.
 */
type Verdict = "traced" | "lost" | "unfinished" | "patient" | "given-up";

function judge({ payload, resends, age, traces }: DueEvent, { expected, lostAfter }: LookOptions): Verdict {
  const functions = expected(payload);
  const missing = functions.filter(({ functionId }) => traces[functionId] === undefined);
  const isLate = missing.some(({ isHeldBack }) => !isHeldBack || age >= patience * lostAfter);
  if (isLate) return resends < mostResends ? "lost" : "given-up";
  if (missing.length > 0) return "patient";
  const isFinished = functions.every(({ functionId }) => traces[functionId]);
  return isFinished || resends >= mostResends ? "traced" : "unfinished";
}

/** Operations hear of an event when it is found to be lost; later looks at it say nothing new. */
function tellingOf(lost: readonly DueEvent[]): EventToSend[] {
  // What tells of losses is sent again like any other event, and not told of.
  const untold = lost.filter(({ isLost, payload }) => !isLost && payload.name !== eventsLost.event);
  if (untold.length === 0) return [];
  return [eventsLost.create({ count: untold.length, names: namesOf(untold).slice(0, 20) })];
}

function namesOf(events: readonly DueEvent[]): string[] {
  return [...new Set(events.map(({ payload }) => payload.name))].toSorted();
}
