import * as z from "zod";

export const INVOKED = "inngest/function.invoked";

/** An event that started an earlier run, as the engine delivered it. */
export interface ReplayedEvent {
  id: string;
  name: string;
  data?: unknown;
  ts?: number;
  v?: string | null;
}

export interface Replay {
  /** The run that is replayed. */
  runId: string;
  /** The events that started it, at least one. */
  events: ReplayedEvent[];
}

const replaySchema = z.object({
  replayOf: z.string(),
  replayedEvents: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        data: z.unknown().optional(),
        ts: z.number().optional(),
        v: z.string().nullish(),
      }),
    )
    .min(1),
});

/**
 * The `data` with which `step.invoke` runs a function again for the events of an earlier run. An invoked run gets an
 * event of its own, with another name and id; `ParseEventsMiddleware` gives the handler the original ones instead, so
 * that keys made from them stay the same.
 *
 * The first event's data is there as well: an invoked run passes the function's flow control, whose expressions read it.
 */
export function replayData({ runId, events }: Replay): ReplayData {
  return { ...Object(events[0]?.data), replayOf: runId, replayedEvents: events };
}

/** Beside the fields of the first event. */
export type ReplayData = z.input<typeof replaySchema> & Record<string, unknown>;

/** The replay that an event asks for, if it does: the inverse of {@link replayData}. */
export function readReplay(event: { name: string; data?: unknown }): Replay | undefined {
  if (event.name !== INVOKED) return undefined;
  const { data } = replaySchema.safeParse(event.data);
  return data && { runId: data.replayOf, events: data.replayedEvents };
}
