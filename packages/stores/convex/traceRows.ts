import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import { withId } from "./outboxRows.ts";

/** More functions than any event starts. */
const mostFunctions = 100;
const kept = 2 * 24 * 60 * 60_000;

export const tracesOf = (context: QueryCtx, eventId: string) =>
  context.db
    .query("eventTraces")
    .withIndex("byEvent", (index) => index.eq("eventId", eventId))
    .take(mostFunctions);

export async function forgetTraces(context: MutationCtx, eventId: string): Promise<void> {
  for (const { _id } of await tracesOf(context, eventId)) await context.db.delete(_id);
}

/** Forgets old traces of events that are gone or not looked for any more; the others are looked at again in two days. */
export async function sweepTraces(context: MutationCtx): Promise<void> {
  const now = Date.now();
  const old = await context.db
    .query("eventTraces")
    .withIndex("byTime", (index) => index.lt("seenAt", now - kept))
    .take(100);
  for (const { _id, eventId } of old) {
    const event = await withId(context, eventId);
    if (event && event.tracedAt === undefined) await context.db.patch(_id, { seenAt: now });
    else await context.db.delete(_id);
  }
}
