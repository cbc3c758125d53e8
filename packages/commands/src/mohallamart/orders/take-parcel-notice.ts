import type { EventToSend } from "@org/events";
import { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { orderDeliveredCancelled } from "@org/events/mohallamart/order-delivered-cancelled";
import { orderDeliveryAttemptFailed } from "@org/events/mohallamart/order-delivery-attempt-failed";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import type { ParcelNotice } from "@org/integrations/parcel-notices/port";
import type { ParcelChange, ParcelOutcome, Parcels } from "@org/stores/mohallamart/port";

export interface TakeParcelNoticePorts {
  parcels: Pick<Parcels, "take">;
  log: Record<"info" | "warn", (entry: object, message: string) => void>;
}

/**
 * Does what the delivery partner's notice asks for, by the table that all moves of an order go by. Whatever becomes of it
 * is recorded, and it was taken: an order that is not there, or a move that cannot be, is no different when it is told
 * again. When it throws, the notice was not taken and has to come again.
 */
export function takeParcelNotice({ parcels, log }: TakeParcelNoticePorts) {
  return async ({ id: noticeId, ...notice }: ParcelNotice): Promise<{ ok: true; outcome: ParcelOutcome }> => {
    const { orderId, status } = notice;
    const { outcome, isNew } = await parcels.take(
      { noticeId, ...notice },
      { emit: (change) => eventsOf(noticeId, notice, change) },
    );
    const about = { noticeId, orderId, status, outcome, isNew };
    const isWrong = outcome === "impossible" || outcome === "unknown-order";
    if (isWrong) log.warn(about, "the delivery partner told of a parcel that it should not have");
    else log.info(about, "the delivery partner told of a parcel");
    return { ok: true, outcome };
  };
}

/** An attempt that ends the order is told as its cancellation, one that sends it on its way is told as both. */
function eventsOf(
  noticeId: string,
  { orderId, at, trackingNumber, reason = "other" }: Omit<ParcelNotice, "id">,
  { status, isMoved, failedAttempt }: ParcelChange,
): EventToSend[] {
  if (status === "cancelled" && !isMoved)
    return [orderDeliveredCancelled.create({ orderId, noticeId, deliveredAt: at })];
  if (status === "cancelled")
    return [orderCancelled.create({ orderId, cancelledBy: "system", reason: "undeliverable" })];
  const isOnItsWay = isMoved && (status === "shipped" || status === "delivered");
  const updated = isOnItsWay ? [orderUpdated.create({ orderId, status, trackingNumber })] : [];
  if (failedAttempt === undefined) return updated;
  const attempt = { orderId, attempt: failedAttempt, reason };
  const id = `${orderDeliveryAttemptFailed.event}:${orderId}:${failedAttempt}`;
  return [...updated, orderDeliveryAttemptFailed.create(attempt, { id })];
}
