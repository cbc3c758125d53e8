import { tenOceanCatalogue } from "@org/events/ten-ocean";
import { and, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { eraseRunsInDoubt } from "../../doubts/erasure.ts";
import { eraseAcceptedEvents, holdsId } from "../../erasure.ts";
import { deliveries, outbox } from "../../schema/platform.ts";
import { removedResidents, residents, verifications } from "../../schema/ten-ocean.ts";
import { communityEvents, posts, rsvps, topics } from "../../schema/ten-ocean-community.ts";
import { postTellings } from "../../schema/ten-ocean-forum.ts";
import { maintenanceRequests } from "../../schema/ten-ocean-maintenance.ts";
import { notifications } from "../../schema/ten-ocean-notifications.ts";
import { eraseSignIn } from "../../sessions/erase-sign-in.postgres.ts";
import { tenOceanSubject } from "../../sessions/subject.ts";
import { forget as forgetInForum } from "../forum/removal.postgres.ts";
import { eraseWords } from "../maintenance/removal.postgres.ts";
import { forgetRegistrations } from "./forget-registrations.postgres.ts";

type ResidentRow = typeof residents.$inferSelect;

/** See `Residents.close`. @returns who it was; undefined when there is no such account, or no more. */
export async function closeResident(
  transaction: Queryable,
  userId: string,
): Promise<ResidentRow | undefined> {
  const [resident] = await transaction
    .select()
    .from(residents)
    .where(eq(residents.userId, userId))
    .for("update");
  if (!resident) return undefined;
  await takeNameAway(transaction, resident);
  await forgetRegistrations(transaction, resident);
  await transaction.delete(verifications).where(eq(verifications.userId, userId));
  // Preferences, links of emails, their list and what they follow go with the row.
  await transaction.delete(residents).where(eq(residents.userId, userId));
  await transaction.insert(removedResidents).values({ userId }).onConflictDoNothing();
  return resident;
}

/** See `Residents.remove`. */
export async function removeResident(database: Database, userId: string): Promise<{ theirs: string[] }> {
  return await database.transaction(async (transaction) => {
    await closeResident(transaction, userId);
    await forgetRegistrations(transaction, { userId });
    const theirs = await idsOfTheirs(transaction, userId);
    await eraseFromLists(transaction, { userId, theirs });
    await eraseAnswers(transaction, userId);
    await forgetInForum(transaction, userId);
    await eraseWords(transaction, userId);
    await eraseDeliveries(transaction, userId);
    await eraseSignIn(transaction, tenOceanSubject(userId));
    await eraseRunsInDoubt(transaction, tenOceanCatalogue, [userId, ...theirs]);
    const aboutThem = holdsId(sql`${outbox.payload}::text`, [userId, ...theirs]);
    await eraseAcceptedEvents(transaction, tenOceanCatalogue, aboutThem);
    return { theirs };
  });
}

/** Others were told of them by name; those are their lists, so what they were told stays. */
async function takeNameAway(
  transaction: Queryable,
  { userId, firstName, lastName }: ResidentRow,
): Promise<void> {
  const name = `${firstName} ${lastName}`.trim();
  // Letters of any alphabet are what a name must not be a part of.
  const literal = name.replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`);
  const whole = `(?<![[:alnum:]])${literal}(?![[:alnum:]])`;
  const without = (text: typeof notifications.title | typeof notifications.body) => {
    const replaced = sql`regexp_replace(${text}, ${whole}::text, 'a former resident', 'g')`;
    return sql`regexp_replace(${replaced}, '^a former', 'A former')`;
  };
  const { title, body } = notifications;
  const named = sql`strpos(${title} || ' ' || ${body}, ${name}) > 0`;
  await transaction
    .update(notifications)
    .set({ title: without(title), body: without(body) })
    .where(and(ne(notifications.userId, userId), named));
  await takeNameFromEvents(transaction, name);
}

/** Events that quote others who named them; they are kept until they were seen to start something. */
async function takeNameFromEvents(transaction: Queryable, name: string): Promise<void> {
  if (name === "") return;
  const written = JSON.stringify(name).slice(1, -1);
  const literal = written.replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`);
  // No part of an id or another word, and no field's name.
  const whole = `(?<![[:alnum:]_])${literal}(?![[:alnum:]_]|"\\s*:)`;
  const text = sql`${outbox.payload}::text`;
  const names = tenOceanCatalogue.definitions.map(({ event }) => event);
  await transaction
    .update(outbox)
    .set({ payload: sql`regexp_replace(${text}, ${whole}::text, 'a former resident', 'g')::json` })
    .where(and(inArray(outbox.name, names), sql`strpos(${text}, ${written}) > 0`));
}

/** Ids of what somebody began in the portal: what was told of it may quote them. */
async function idsOfTheirs(transaction: Queryable, userId: string): Promise<string[]> {
  const requests = await transaction
    .select({ id: maintenanceRequests.requestId })
    .from(maintenanceRequests)
    .where(eq(maintenanceRequests.userId, userId));
  const opened = await transaction
    .select({ id: topics.topicId })
    .from(topics)
    .where(eq(topics.userId, userId));
  const wrote = await transaction.select({ id: posts.postId }).from(posts).where(eq(posts.userId, userId));
  return [...requests, ...opened, ...wrote].map(({ id }) => id);
}

/** Their own list, and from everybody's what quotes them or is about them. */
async function eraseFromLists(
  transaction: Queryable,
  { userId, theirs }: { userId: string; theirs: readonly string[] },
): Promise<void> {
  const quoting = await transaction
    .selectDistinct({ message: postTellings.toldIn })
    .from(postTellings)
    .innerJoin(posts, eq(posts.postId, postTellings.postId))
    .where(and(eq(posts.userId, userId), sql`${postTellings.toldIn} is not null`));
  // A message of several posts is named after one of them.
  const messages = quoting.flatMap(({ message }) => message?.split(".")[0] ?? []);
  const ids = [userId, ...theirs, ...messages];
  const { notificationId, path } = notifications;
  await transaction
    .delete(notifications)
    .where(or(eq(notifications.userId, userId), holdsId(notificationId, ids), holdsId(path, ids)));
}

/** What they attended stays, for the count of seats; what is to come is `Rsvps.withdraw`'s to give on before. */
async function eraseAnswers(transaction: Queryable, userId: string): Promise<void> {
  const coming = transaction
    .select({ eventId: communityEvents.eventId })
    .from(communityEvents)
    .where(gt(communityEvents.startsAt, sql`now()`));
  const isOver = or(ne(rsvps.response, "going"), eq(rsvps.seated, false), inArray(rsvps.eventId, coming));
  await transaction.delete(rsvps).where(and(eq(rsvps.userId, userId), isOver));
}

async function eraseDeliveries(transaction: Queryable, userId: string): Promise<void> {
  const { key, subject, recipient } = deliveries;
  const inKey = and(sql`strpos(${key}, ${userId}) > 0`, holdsId(key, [userId]));
  await transaction
    .delete(deliveries)
    .where(and(inArray(recipient, ["resident", "admin"]), or(eq(subject, userId), inKey)));
}
