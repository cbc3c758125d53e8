import type { EventToSend } from "@org/events";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { userCreated } from "@org/events/mohallamart/user-created";
import { OrderRefusedError } from "@org/stores/mohallamart/errors";
import type { NewOrder, Orders, PlacedOrder } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import type { RequestedOrder } from "./order-form.ts";
import { PriceChangedError, type Refusable } from "./refusals.ts";

/** A fresh id for the form that a customer is about to fill in; nobody can guess it. */
export function newOrderId(): string {
  return `ord_${ulid()}`;
}

interface PlaceOrderOptions {
  /** The payment that was authorised for it; without one it is paid in cash. */
  paymentId?: string;
  /** The visit that ends in the order; with it goes word that the cart was not abandoned. */
  visitId?: string;
}

/**
 * Places an order, with the events it causes. The same order again is the first one.
 * @returns a refusal in words for the customer; nothing is written or emitted then.
 */
export async function placeOrder(
  orders: Orders,
  { orderId, shopId, items, customer, total }: RequestedOrder,
  { paymentId, visitId }: PlaceOrderOptions = {},
): Promise<Refusable<{ orderId: string }>> {
  const order: NewOrder = {
    orderId,
    shopId,
    customer: { userId: `user_${ulid()}`, ...customer },
    items,
    ...(paymentId === undefined ? { payment: "cash" } : { payment: "prepaid", paymentId }),
  };
  try {
    const placed = await orders.place(order, {
      emit: (placed) => {
        // Thrown inside the order's transaction, so the price is compared with the one that would be charged.
        if (placed.total !== total) throw new PriceChangedError(total, placed.total);
        return [...eventsOf(placed, customer), ...(visitId ? [checkoutCompleted(placed, visitId)] : [])];
      },
    });
    return { orderId: placed.orderId };
  } catch (error) {
    if (error instanceof OrderRefusedError || error instanceof PriceChangedError) {
      return { refusal: error.message };
    }
    throw error;
  }
}

function eventsOf(placed: PlacedOrder, customer: RequestedOrder["customer"]): EventToSend[] {
  const { orderId, userId, shopId, items, total, payment, paymentId, newCustomer } = placed;
  const paidWith = paymentId === undefined ? {} : { paymentId };
  const ordered = orderCreated.create({ orderId, userId, shopId, items, total, payment, ...paidWith });
  if (!newCustomer) return [ordered];
  return [userCreated.create({ userId, ...customer }, { cause: ordered }), ordered];
}

/** Of the order's revenue tells `order.created`; this says which visit it came from. */
function checkoutCompleted({ orderId, userId, shopId }: PlacedOrder, visitId: string): EventToSend {
  return analyticsTrack.create(
    { userId, sessionId: visitId, event: "checkout.completed", properties: { orderId, shopId } },
    { id: `checkout.completed:${orderId}` },
  );
}
