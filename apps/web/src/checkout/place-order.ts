import type { EventToSend } from "@org/events";
import { analyticsTrack } from "@org/events/mohallamart/analytics-track";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { userCreated } from "@org/events/mohallamart/user-created";
import { OrderRefusedError } from "@org/integrations/stores/mohallamart/errors";
import type { NewOrder, Orders, PlacedOrder } from "@org/integrations/stores/mohallamart/port";
import { ulid } from "ulid";
import { formatRupees } from "../format.ts";
import type { OrderForm } from "./order-form.ts";

/** A fresh id for the form that a customer is about to fill in; nobody can guess it. */
export function newOrderId(): string {
  return `ord_${ulid()}`;
}

/** The prices are no longer those that the customer saw; the message may be shown to them. */
class PriceChangedError extends Error {
  override readonly name = "PriceChangedError";

  constructor(expected: number, actual: number) {
    super(
      `Prices have changed while you were ordering: the total is ${formatRupees(actual)} now, it was ${formatRupees(expected)}. Look at the new prices and order again if you agree.`,
    );
  }
}

export type PlaceOrderOutcome = { orderId: string; refusal?: undefined } | { refusal: string };

interface PlaceOrderOptions {
  /** The visit that ends in the order; with it goes word that the cart was not abandoned. */
  visitId?: string;
}

/**
 * Places the order of a form, with the events it causes. The same form again is the same order.
 * @returns a refusal in words for the customer; nothing is written or emitted then.
 */
export async function placeOrder(
  orders: Orders,
  form: OrderForm,
  { visitId }: PlaceOrderOptions = {},
): Promise<PlaceOrderOutcome> {
  const { orderId, shopId, items, name, email, phone, expectedTotal } = form;
  const order: NewOrder = {
    orderId,
    shopId,
    customer: { userId: `user_${ulid()}`, name, email, phone },
    items,
    payment: "cash",
  };
  try {
    const placed = await orders.place(order, {
      emit: (placed) => {
        // Thrown inside the order's transaction, so the price is compared with the one that would be charged.
        if (placed.total !== expectedTotal) throw new PriceChangedError(expectedTotal, placed.total);
        return [...eventsOf(placed, form), ...(visitId ? [checkoutCompleted(placed, visitId)] : [])];
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

function eventsOf(placed: PlacedOrder, { name, email, phone }: OrderForm): EventToSend[] {
  const { orderId, userId, shopId, items, total, payment, newCustomer } = placed;
  const ordered = orderCreated.create({ orderId, userId, shopId, items, total, payment });
  if (!newCustomer) return [ordered];
  return [userCreated.create({ userId, name, email, phone }, { cause: ordered }), ordered];
}

/** Of the order's revenue tells `order.created`; this says which visit it came from. */
function checkoutCompleted({ orderId, userId, shopId }: PlacedOrder, visitId: string): EventToSend {
  return analyticsTrack.create(
    { userId, sessionId: visitId, event: "checkout.completed", properties: { orderId, shopId } },
    { id: `checkout.completed:${orderId}` },
  );
}
