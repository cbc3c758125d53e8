import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Queryable } from "../../database.ts";
import { deleteEvents } from "../../erasure.ts";
import { analyticsEvents, analyticsSessions, analyticsUsers } from "../../schema/mohallamart-analytics.ts";
import { outbox } from "../../schema/platform.ts";

/**
 * Takes a person and what they typed out of the analytics. What they typed before they were known is theirs as well: all
 * of a visit in which they were, but for what others did in it. Events of such a visit are not sent any more.
 */
export async function forgetVisits(transaction: Queryable, userId: string): Promise<void> {
  const theirEvents = eq(analyticsEvents.userId, userId);
  const theirSessions = eq(analyticsSessions.userId, userId);
  const visits = await visitsOf(transaction, userId);
  if (visits.length > 0) {
    const inVisit = and(isNull(analyticsEvents.userId), inArray(analyticsEvents.sessionId, visits));
    await transaction.update(analyticsEvents).set({ properties: {} }).where(inVisit);
    const ofVisit = inArray(sql`${outbox.payload} #>> '{data,sessionId}'`, visits);
    await deleteEvents(transaction, and(eq(outbox.name, analyticsTrack.event), ofVisit));
  }
  await transaction.update(analyticsEvents).set({ userId: null, properties: {} }).where(theirEvents);
  await transaction.delete(analyticsUsers).where(eq(analyticsUsers.userId, userId));
  await transaction.update(analyticsSessions).set({ userId: null }).where(theirSessions);
}

async function visitsOf(transaction: Queryable, userId: string): Promise<string[]> {
  const events = transaction
    .select({ id: sql<string | null>`${analyticsEvents.sessionId}`.as("id") })
    .from(analyticsEvents)
    .where(eq(analyticsEvents.userId, userId));
  const sessions = transaction
    .select({ id: sql<string | null>`${analyticsSessions.sessionId}`.as("id") })
    .from(analyticsSessions)
    .where(eq(analyticsSessions.userId, userId));
  const found = await union(events, sessions);
  return found.flatMap(({ id }) => id ?? []);
}
