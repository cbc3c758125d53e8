import type { PaginationResult } from "convex/server";
import { v } from "convex/values";
import type { QueryCtx } from "./_generated/server.js";
import { serviceQuery } from "./service.ts";

/** Rows are JSON text, as they are kept, without the deployment's own fields and without secrets. */
interface Page {
  rows: string[];
  next: string | null;
}

const pageOf = v.object({ rows: v.array(v.string()), next: v.union(v.null(), v.string()) });

/** Secrets and hashes of them, and who of the staff decided. */
const leftOut: ReadonlySet<string> = new Set([
  "_id",
  "_creationTime",
  "token",
  "tokenHash",
  "approvedBy",
  "rejectedBy",
]);

function textOf(row: object): string {
  return JSON.stringify(row, (name, value) => (leftOut.has(name) ? undefined : value));
}

function paged({ page, isDone, continueCursor }: PaginationResult<object>): Page {
  return { rows: page.map(textOf), next: isDone ? null : continueCursor };
}

interface Paged {
  key: string;
  cursor: string | null;
}

const numItems = 200;

type Source = (context: QueryCtx, page: Paged) => Promise<PaginationResult<object>>;

/** How somebody's rows are found: by their account, or by their address. */
const sources = {
  users: ({ db }, { key, cursor }) =>
    db
      .query("users")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  preferences: ({ db }, { key, cursor }) =>
    db
      .query("preferences")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  consents: ({ db }, { key, cursor }) =>
    db
      .query("consents")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  savedAddresses: ({ db }, { key, cursor }) =>
    db
      .query("savedAddresses")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  watchers: ({ db }, { key, cursor }) =>
    db
      .query("watchers")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  notifications: ({ db }, { key, cursor }) =>
    db
      .query("notifications")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  orders: ({ db }, { key, cursor }) =>
    db
      .query("orders")
      .withIndex("byCustomer", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  checkouts: ({ db }, { key, cursor }) =>
    db
      .query("checkouts")
      .withIndex("byEmail", (index) => index.eq("email", key))
      .paginate({ numItems, cursor }),
  releasedPayments: ({ db }, { key, cursor }) =>
    db
      .query("releasedPayments")
      .withIndex("byEmail", (index) => index.eq("email", key))
      .paginate({ numItems, cursor }),
  receivedApplications: ({ db }, { key, cursor }) =>
    db
      .query("receivedApplications")
      .withIndex("byEmail", (index) => index.eq("email", key))
      .paginate({ numItems, cursor }),
  shopkeepers: ({ db }, { key, cursor }) =>
    db
      .query("shopkeepers")
      .withIndex("byAddress", (index) => index.eq("address", key))
      .paginate({ numItems, cursor }),
  applications: ({ db }, { key, cursor }) =>
    db
      .query("shopkeepers")
      .withIndex("byApplicant", (index) => index.eq("applicantId", key))
      .paginate({ numItems, cursor }),
  analyticsEvents: ({ db }, { key, cursor }) =>
    db
      .query("analyticsEvents")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  analyticsSessions: ({ db }, { key, cursor }) =>
    db
      .query("analyticsSessions")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  analyticsUsers: ({ db }, { key, cursor }) =>
    db
      .query("analyticsUsers")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  sessions: ({ db }, { key, cursor }) =>
    db
      .query("sessions")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  knownBrowsers: ({ db }, { key, cursor }) =>
    db
      .query("knownBrowsers")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  passkeys: ({ db }, { key, cursor }) =>
    db
      .query("passkeys")
      .withIndex("byUser", (index) => index.eq("userId", key))
      .paginate({ numItems, cursor }),
  deliveries: ({ db }, { key, cursor }) =>
    db
      .query("deliveries")
      .withIndex("bySubject", (index) => index.eq("subject", key))
      .paginate({ numItems, cursor }),
} satisfies Record<string, Source>;

export type SourceName = keyof typeof sources;

/** @param key an account's id, or an address in lower case, as the source wants it */
export const rows = serviceQuery({
  args: { source: v.string(), key: v.string(), cursor: v.union(v.null(), v.string()) },
  returns: pageOf,
  handler: async (context, { source, ...page }) => {
    const read: Source | undefined = isSource(source) ? sources[source] : undefined;
    if (!read) return { rows: [], next: null };
    return paged(await read(context, page));
  },
});

function isSource(name: string): name is SourceName {
  return Object.hasOwn(sources, name);
}

/** Of one order, or of one visit, there are never more. */
const mostOfOne = 500;

const belonging = v.object({
  refunds: v.array(v.string()),
  disputes: v.array(v.string()),
  parcelNotices: v.array(v.string()),
  releasedPayments: v.array(v.string()),
});

/** What belongs to an order. */
export const ofOrder = serviceQuery({
  args: { orderId: v.string() },
  returns: belonging,
  handler: async ({ db }, { orderId }) => {
    const refunds = await db
      .query("refunds")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(mostOfOne);
    const disputes = await db
      .query("disputes")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(mostOfOne);
    const parcelNotices = await db
      .query("parcelNotices")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(mostOfOne);
    const released = await db
      .query("releasedPayments")
      .withIndex("byOrder", (index) => index.eq("orderId", orderId))
      .take(mostOfOne);
    return {
      refunds: refunds.map(textOf),
      disputes: disputes.map(textOf),
      parcelNotices: parcelNotices.map(textOf),
      releasedPayments: released.map(textOf),
    };
  },
});

/** What was done in a visit while nobody knew by whom. */
export const ofVisit = serviceQuery({
  args: { sessionId: v.string(), cursor: v.union(v.null(), v.string()) },
  returns: pageOf,
  handler: async ({ db }, { sessionId, cursor }) => {
    const found = await db
      .query("analyticsEvents")
      .withIndex("bySession", (index) => index.eq("sessionId", sessionId))
      .paginate({ numItems, cursor });
    return paged({ ...found, page: found.page.filter(({ userId }) => userId === undefined) });
  },
});

export const shop = serviceQuery({
  args: { shopId: v.string() },
  returns: v.union(v.null(), v.string()),
  handler: async ({ db }, { shopId }) => {
    const found = await db
      .query("shops")
      .withIndex("byShop", (index) => index.eq("shopId", shopId))
      .unique();
    return found && textOf(found);
  },
});
