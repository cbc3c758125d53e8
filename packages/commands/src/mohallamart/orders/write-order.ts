import type { EventToSend } from "@org/events";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { userCreated } from "@org/events/mohallamart/user-created";
import {
  AccountClosedError,
  CheckoutClosedError,
  OrderConflictError,
  OrderNumberTakenError,
  OrderRefusedError,
  OutOfStockError,
  UnknownProductError,
} from "@org/stores/mohallamart/errors";
import type { NewOrder, Orders, PlacedOrder } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import type { Outcome } from "../../outcome.ts";
import { Refused, refusalOf } from "../../refusal.ts";
import type { RequestedOrder } from "./order-request.ts";
import { priceChanged } from "./price-changed.ts";

/** Why an order cannot be placed as it is. */
export type OrderRefusalCode = "price-changed" | (typeof told)[number][1];

const told = [
  [OutOfStockError, "out-of-stock"],
  [UnknownProductError, "not-sold"],
  [OrderConflictError, "id-taken"],
  [OrderNumberTakenError, "id-taken"],
  [CheckoutClosedError, "checkout-closed"],
  [AccountClosedError, "account-closed"],
  [OrderRefusedError, "not-possible"],
] as const;

/**
 * Places an order, with the events it causes. The same order again is the first one.
 *
 * @param paymentId the payment that was authorised for it; without one it is paid in cash
 */
export async function writeOrder(
  orders: Pick<Orders, "place">,
  { orderId, shopId, items, customer, address, total, visitId, language }: RequestedOrder,
  paymentId?: string,
): Promise<Outcome<{ orderId: string }, OrderRefusalCode>> {
  const order: NewOrder = {
    orderId,
    shopId,
    customer: { userId: `user_${ulid()}`, ...customer },
    items,
    address,
    language,
    ...(paymentId === undefined ? { payment: "cash" } : { payment: "prepaid", paymentId }),
  };
  try {
    const placed = await orders.place(order, {
      emit: (placed) => {
        // Thrown inside the order's transaction, so the price is compared with the one that would be charged.
        if (placed.total !== total) throw new Refused(priceChanged(total, placed.total));
        return [...eventsOf(placed, customer), ...(visitId ? [checkoutCompleted(placed, visitId)] : [])];
      },
    });
    return { ok: true, orderId: placed.orderId };
  } catch (error) {
    return refusalOf(error, told, ["price-changed"]);
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
