import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { Database, Queryable } from "../../database.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { Emit } from "../../outbox/port.ts";
import { orders } from "../../schema/mohallamart.ts";
import { parcelNotices } from "../../schema/mohallamart-parcels.ts";
import { moveTo, stateOf } from "../orders/order-payments.postgres.ts";
import { keepTrackingNumber, type OrderRow } from "../orders/order-rows.postgres.ts";
import { transitionOf } from "../orders/order-states.ts";
import { orderEventOf } from "./order-event-of.ts";
import type { ParcelChange, ParcelNews, ParcelOutcome, Parcels } from "./port.ts";

export function parcelsIn(database: Database): Parcels {
  return {
    take: (news, events) => database.transaction((transaction) => take(transaction, news, events)),
    async history(orderId) {
      const rows = await database
        .select()
        .from(parcelNotices)
        .where(
          and(eq(parcelNotices.orderId, orderId), inArray(parcelNotices.outcome, ["moved", "noted", "late"])),
        )
        .orderBy(asc(parcelNotices.at), asc(parcelNotices.noticeId));
      return rows.map(newsFrom);
    },
    async deliveredCancelled(limit) {
      const rows = await database
        .select({ notice: parcelNotices })
        .from(parcelNotices)
        .innerJoin(orders, eq(orders.orderId, parcelNotices.orderId))
        .where(
          and(
            eq(parcelNotices.status, "delivered"),
            eq(parcelNotices.outcome, "impossible"),
            eq(orders.status, "cancelled"),
          ),
        )
        .orderBy(desc(parcelNotices.at), desc(parcelNotices.noticeId))
        .limit(limit);
      return rows.map(({ notice }) => newsFrom(notice));
    },
  };
}

async function take(
  transaction: Queryable,
  news: ParcelNews,
  events: Emit<ParcelChange>,
): Promise<{ outcome: ParcelOutcome; isNew: boolean }> {
  const { noticeId, orderId, status, reason, trackingNumber, at } = news;
  // Written first: the same notice at the same time waits here, and finds what became of this one.
  const { rowCount } = await transaction
    .insert(parcelNotices)
    .values({ noticeId, orderId, status, reason, trackingNumber, at: new Date(at), outcome: "unknown-order" })
    .onConflictDoNothing();
  const isNotice = eq(parcelNotices.noticeId, noticeId);
  if (rowCount === 0) {
    const [earlier] = await transaction.select().from(parcelNotices).where(isNotice);
    return { outcome: earlier?.outcome ?? "unknown-order", isNew: false };
  }
  const [order] = await transaction.select().from(orders).where(eq(orders.orderId, orderId)).for("update");
  if (!order) return { outcome: "unknown-order", isNew: true };
  const outcome = await move(transaction, order, news, events);
  await transaction.update(parcelNotices).set({ outcome }).where(isNotice);
  return { outcome, isNew: true };
}

async function move(
  transaction: Queryable,
  order: OrderRow,
  { orderId, status, trackingNumber }: ParcelNews,
  events: Emit<ParcelChange>,
): Promise<Exclude<ParcelOutcome, "unknown-order">> {
  const state = stateOf(order);
  const failedAttempt = status === "attempt-failed" ? await nextAttempt(transaction, orderId) : undefined;
  const transition = transitionOf(state, orderEventOf(status, state, failedAttempt));
  if (!transition?.by.includes("delivery-partner")) {
    return order.status === "shipped" || order.status === "delivered" ? "late" : "impossible";
  }
  const { order: next } = transition.to;
  const isMoved = next !== state.order;
  if (isMoved) await moveTo(transaction, order, next, { emit: [] });
  if (isMoved && trackingNumber)
    await keepTrackingNumber(transaction, { orderId, status: next, trackingNumber });
  const attempt = failedAttempt === undefined ? {} : { failedAttempt };
  await appendEvents(transaction, eventsFor(events, { status: next, isMoved, ...attempt }));
  if (transition.event === "deliver-cancelled") return "impossible";
  return isMoved ? "moved" : "noted";
}

/** Counted under the order's lock, over those that could be. */
async function nextAttempt(transaction: Queryable, orderId: string): Promise<number> {
  const [earlier] = await transaction
    .select({ attempts: count() })
    .from(parcelNotices)
    .where(
      and(
        eq(parcelNotices.orderId, orderId),
        eq(parcelNotices.status, "attempt-failed"),
        inArray(parcelNotices.outcome, ["moved", "noted"]),
      ),
    );
  return (earlier?.attempts ?? 0) + 1;
}

function newsFrom(row: typeof parcelNotices.$inferSelect): ParcelNews {
  const { noticeId, orderId, status, reason, trackingNumber, at } = row;
  return {
    noticeId,
    orderId,
    status,
    ...(reason === null ? {} : { reason }),
    ...(trackingNumber === null ? {} : { trackingNumber }),
    at: at.toISOString(),
  };
}
