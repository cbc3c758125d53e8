import type { FunctionReturnType } from "convex/server";
import type { ConvexDeployment } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import { deadLetter } from "../dead-letters/convex.ts";
import type { DeadLetter } from "../dead-letters/port.ts";
import { type CascadeReads, type FoundEvent, mostEvents, mostLetters } from "./cascades-over.ts";
import type { KeptEvent } from "./port.ts";

/** Calls that one look makes at most: people wait for it, and each of them may read 2 MB. */
const mostCalls = 50;

/** Reads the outbox and the failed runs of a deployment, from call to call, as far as people wait for it. */
export function convexCascadeReads(deployment: ConvexDeployment): CascadeReads {
  const { query } = deployment.callsOf("cascades");
  const { cascades } = functions;
  return {
    async event(id) {
      const found = await query(cascades.event, { id });
      return found === null ? undefined : foundEvent(found);
    },

    async eventsMentioning(texts) {
      const rows: FoundEvent[] = [];
      let before: number | null = null;
      for (let calls = 0; calls < mostCalls; calls += 1) {
        const page: EventPage = await query(cascades.eventsMentioning, { texts: [...texts], before });
        rows.push(...page.events.map(foundEvent));
        before = page.next;
        if (before === null || rows.length > mostEvents) break;
      }
      return { rows: rows.slice(0, mostEvents), complete: before === null && rows.length <= mostEvents };
    },

    async functionsOf(ids) {
      const found = new Map<string, KeptEvent["functions"]>();
      for (const { eventId, ...trace } of await query(cascades.functionsOf, { ids: [...ids] }))
        found.set(eventId, [...(found.get(eventId) ?? []), trace]);
      return found;
    },

    async lettersMentioning(texts) {
      const rows: DeadLetter[] = [];
      let after: string | null = "";
      for (let calls = 0; calls < mostCalls && after !== null && rows.length <= mostLetters; calls += 1) {
        const page: LetterPage = await query(cascades.lettersMentioning, { texts: [...texts], after });
        rows.push(...page.letters.map(deadLetter));
        after = page.next;
      }
      return { rows: rows.slice(0, mostLetters), complete: after === null && rows.length <= mostLetters };
    },
  };
}

type EventPage = FunctionReturnType<typeof functions.cascades.eventsMentioning>;
type LetterPage = FunctionReturnType<typeof functions.cascades.lettersMentioning>;

function foundEvent({ payload, createdAt, acceptedAt, ...kept }: EventPage["events"][number]): FoundEvent {
  const { v, data } = Object(JSON.parse(payload));
  return {
    ...kept,
    ...(typeof v === "string" ? { v } : {}),
    data,
    createdAt: new Date(createdAt).toISOString(),
    acceptedAt: acceptedAt === undefined ? undefined : new Date(acceptedAt).toISOString(),
  };
}
