import type { MutationCtx } from "./_generated/server.js";
import { sessionWithId } from "./analyticsRows.ts";
import { holdsId } from "./holdsId.ts";

/** What one mutation erases of each kind at most. Each function says whether nothing of its kind was left. */
const atOnce = 200;

/** The contact on their orders, where these went, who was to get money back for them, and the links to them. */
export async function eraseOrders(context: MutationCtx, userId: string): Promise<boolean> {
  const orders = await context.db
    .query("orders")
    .withIndex("byContact", (index) => index.eq("userId", userId).eq("hasContact", true))
    .take(atOnce);
  for (const { _id, orderId } of orders) {
    const nobody = { contact: { name: "", email: "" }, hasContact: false, address: undefined };
    await context.db.patch(_id, { ...nobody, linkGeneration: 0 });
    const payments = await context.db
      .query("releasedPayments")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(20);
    for (const payment of payments)
      await context.db.patch(payment._id, { name: undefined, email: undefined });
    const links = await context.db
      .query("orderLinks")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(20);
    for (const link of links) await context.db.delete(link._id);
  }
  return orders.length < atOnce;
}

/**
 * Takes a person and what they typed out of the analytics. What they typed before they were known is theirs as well: all
 * of a visit in which they were, but for what others did in it. Events of such a visit are not sent any more.
 */
export async function eraseVisits(context: MutationCtx, userId: string): Promise<boolean> {
  const events = await context.db
    .query("analyticsEvents")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const sessions = await context.db
    .query("analyticsSessions")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const visits = new Set([
    ...sessions.map(({ sessionId }) => sessionId),
    ...events.flatMap(({ sessionId }) => sessionId ?? []),
  ]);
  for (const visit of visits) await eraseVisit(context, visit);
  for (const { _id } of events) await context.db.patch(_id, { userId: undefined, properties: "{}" });
  for (const { _id } of sessions) await context.db.patch(_id, { userId: undefined });
  const features = await context.db
    .query("analyticsUsers")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(1);
  for (const { _id } of features) await context.db.delete(_id);
  return events.length < atOnce && sessions.length < atOnce;
}

async function eraseVisit(context: MutationCtx, sessionId: string): Promise<void> {
  const events = await context.db
    .query("analyticsEvents")
    .withIndex("bySession", (index) => index.eq("sessionId", sessionId))
    .take(atOnce);
  for (const { _id, userId } of events)
    if (userId === undefined) await context.db.patch(_id, { properties: "{}" });
  const waiting = await context.db
    .query("outbox")
    .withIndex("bySession", (index) => index.eq("sessionId", sessionId))
    .take(atOnce);
  for (const { _id, name } of waiting) if (name === "analytics.track") await context.db.delete(_id);
  const visit = await sessionWithId(context, sessionId);
  if (visit?.userId !== undefined) await context.db.patch(visit._id, { userId: undefined });
}

/** All by which somebody signed in or was about to. */
export async function eraseSignIn(context: MutationCtx, userId: string): Promise<boolean> {
  const passkeys = await context.db
    .query("passkeys")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const challenges = await context.db
    .query("passkeyChallenges")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const browsers = await context.db
    .query("knownBrowsers")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const sessions = await context.db
    .query("sessions")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const kinds = [passkeys, challenges, browsers, sessions];
  for (const { _id } of kinds.flat()) await context.db.delete(_id);
  return kinds.every(({ length }) => length < atOnce);
}

/** What is recorded of messages about themselves, and the runs in doubt that name them. */
export async function eraseMessages(
  context: MutationCtx,
  userId: string,
  names: readonly string[],
): Promise<boolean> {
  const about = await context.db
    .query("deliveries")
    .withIndex("bySubject", (index) => index.eq("subject", userId))
    .take(atOnce);
  const theirs = about.filter(({ recipient }) => recipient === "customer");
  for (const { _id } of theirs) await context.db.delete(_id);
  // There are few: each is there only while somebody looks into it.
  const runs = await context.db.query("runsInDoubt").withIndex("byRun").take(1_000);
  for (const { _id, events } of runs) if (namesSomebody(events, userId, names)) await context.db.delete(_id);
  return theirs.length < atOnce;
}

/** Holds because the adapter alone writes them, from what the port takes. */
function namesSomebody(text: string, userId: string, names: readonly string[]): boolean {
  const events: { name: string }[] = JSON.parse(text);
  return events.some((event) => names.includes(event.name) && holdsId(event, [userId]));
}

/** Their events that the engine has accepted; one that it has not still has to get there, and goes by the next time. */
export async function eraseEvents(
  context: MutationCtx,
  userId: string,
  names: readonly string[],
): Promise<boolean> {
  const events = await context.db
    .query("outbox")
    .withIndex("byUser", (index) => index.eq("userId", userId).eq("isAccepted", true))
    .take(atOnce);
  const theirs = events.filter(({ name }) => names.includes(name));
  for (const { _id } of theirs) await context.db.delete(_id);
  return theirs.length < atOnce;
}
