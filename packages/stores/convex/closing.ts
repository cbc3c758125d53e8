import type { MutationCtx } from "./_generated/server.js";
import { refuseCheckoutsOf } from "./checkoutRows.ts";
import { eraseEvents, eraseMessages, eraseOrders, eraseSignIn, eraseVisits } from "./erasing.ts";
import { userWithId } from "./peopleRows.ts";
import { withdrawApplications } from "./withdrawing.ts";

/** What one mutation deletes of each kind at most; `eraseSome` goes on. */
const atOnce = 1_000;

/** @returns false when there is no such account, or no more. */
export async function closeAccount(context: MutationCtx, userId: string): Promise<boolean> {
  const user = await userWithId(context, userId);
  if (!user) return false;
  const { _id, email } = user;
  await context.db.delete(_id);
  await forgetOwn(context, userId);
  await refuseCheckoutsOf(context, email);
  await forgetPayments(context, email);
  await withdrawApplications(context, userId);
  await forgetApplicationsOf(context, email);
  await endLinks(context, userId);
  // Links to their orders are good no more, however many there are: they look here.
  await context.db.insert("closedAccounts", { userId });
  return true;
}

/** What is kept of a user alone. @returns whether nothing was left */
async function forgetOwn(context: MutationCtx, userId: string): Promise<boolean> {
  const preferences = await context.db
    .query("preferences")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(1);
  const tokens = await context.db
    .query("unsubscribeTokens")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(1);
  const addresses = await context.db
    .query("savedAddresses")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(100);
  const consents = await context.db
    .query("consents")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const watched = await context.db
    .query("watchers")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const notifications = await context.db
    .query("notifications")
    .withIndex("byUser", (index) => index.eq("userId", userId))
    .take(atOnce);
  const all = [...preferences, ...tokens, ...addresses, ...consents, ...watched, ...notifications];
  for (const { _id } of all) await context.db.delete(_id);
  return [consents, watched, notifications].every(({ length }) => length < atOnce);
}

async function endLinks(context: MutationCtx, userId: string): Promise<void> {
  const orders = await context.db
    .query("orders")
    .withIndex("byContact", (index) => index.eq("userId", userId).eq("hasContact", true))
    .take(200);
  for (const { orderId } of orders) {
    const links = await context.db
      .query("orderLinks")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(20);
    for (const { _id } of links) await context.db.delete(_id);
  }
}

async function forgetPayments(context: MutationCtx, email: string): Promise<void> {
  const theirs = await context.db
    .query("releasedPayments")
    .withIndex("byEmail", (index) => index.eq("email", email))
    .take(atOnce);
  for (const { _id } of theirs) await context.db.patch(_id, { name: undefined, email: undefined });
}

/** What was filled in with the address of somebody who is erased. */
async function forgetApplicationsOf(context: MutationCtx, email: string): Promise<void> {
  const theirs = await context.db
    .query("receivedApplications")
    .withIndex("byEmail", (index) => index.eq("email", email))
    .take(atOnce);
  for (const { _id } of theirs) await context.db.delete(_id);
}

/** A part of what is personal elsewhere. @returns whether nothing was left */
export async function eraseSome(
  context: MutationCtx,
  { userId, names }: { userId: string; names: readonly string[] },
): Promise<boolean> {
  await withdrawApplications(context, userId);
  const done = [
    await forgetOwn(context, userId),
    await eraseOrders(context, userId),
    await eraseVisits(context, userId),
    await eraseSignIn(context, userId),
    await eraseMessages(context, userId, names),
    await eraseEvents(context, userId, names),
  ];
  return done.every(Boolean);
}
