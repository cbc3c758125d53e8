import type { PartnerMessage } from "@org/integrations/partners/port";
import type {
  Addresses,
  OrderDetails,
  OrderLine,
  OrderStatus,
  PostalAddress,
} from "@org/stores/mohallamart/port";
import type { Brand } from "../brand.ts";

/** A status that an order has reached, and the event that says so. */
export interface OrderChange {
  /** The event's name, which is the message's type: `order.created`, `order.updated` or `order.cancelled`. */
  type: string;
  status: OrderStatus;
  /** ISO 8601, UTC. */
  occurredAt: string;
  /** The delivery partner's. */
  trackingNumber?: string;
}

/** What the books hear of an order. Who the customer is they know by an id only. Amounts are in `currency`. */
export interface AccountingOrder {
  orderId: string;
  customerId: string;
  shopId: string;
  status: OrderStatus;
  /** ISO 8601, UTC. */
  placedAt: string;
  /** ISO 4217. */
  currency: string;
  /** All that the order cost; for a cancelled order, what is taken out of the books again. */
  total: number;
  payment: "cash" | "prepaid";
  /** The payment vendor's, of a prepaid order. */
  paymentId?: string;
  lines: Pick<OrderLine, "productId" | "name" | "quantity" | "price" | "amount">[];
}

/** What the delivery partner hears of an order. */
export interface DeliveryOrder {
  orderId: string;
  status: OrderStatus;
  trackingNumber?: string;
  pickUp: { shopId: string; name: string; area: string };
  /** Absent once the customer deleted their account. */
  recipient?: { name: string; phone?: string };
  /** Absent once the customer deleted their account, and of a cancelled order. */
  deliverTo?: PostalAddress;
  items: Pick<OrderLine, "name" | "unit" | "quantity">[];
  /** What to take at the door; 0 for a prepaid or a cancelled order. */
  cashToCollect: number;
}

/**
 * What the delivery partner hears, with where it goes. Only inside the step that sends it: what a step returns is kept by
 * the engine. An order's address never changes, so that the message is the same when it is sent again.
 */
export async function withAddress(
  addresses: Pick<Addresses, "ofOrders">,
  { orderId }: Pick<OrderDetails, "orderId">,
  message: PartnerMessage,
): Promise<PartnerMessage> {
  if (message.data.status === "cancelled") return message;
  const deliverTo = (await addresses.ofOrders([orderId]))[orderId];
  return deliverTo ? { ...message, data: { ...message.data, deliverTo } } : message;
}

/** The partners that follow orders, each with its message for a change. */
export const orderMessages = {
  accounting: (order: OrderDetails, change: OrderChange, brand: Pick<Brand, "currency">) =>
    partnerMessage(order, change, { ...accountingOrder(order, change, brand) }),
  delivery: (order: OrderDetails, change: OrderChange) =>
    partnerMessage(order, change, { ...deliveryOrder(order, change) }),
};

/** One message for each status of an order, so that a status is told once however often its event arrives. */
function partnerMessage(
  { orderId }: OrderDetails,
  { type, status, occurredAt }: OrderChange,
  data: PartnerMessage["data"],
): PartnerMessage {
  return { type, occurredAt, data, key: `sync-order:${orderId}:${status}` };
}

function accountingOrder(
  order: OrderDetails,
  { status }: OrderChange,
  { currency }: Pick<Brand, "currency">,
): AccountingOrder {
  const { orderId, userId, shopId, placedAt, total, payment, paymentId } = order;
  return {
    orderId,
    customerId: userId,
    shopId,
    status,
    placedAt,
    currency,
    total,
    payment,
    ...(paymentId === undefined ? {} : { paymentId }),
    lines: order.lines.map(({ productId, name, quantity, price, amount }) => ({
      productId,
      name,
      quantity,
      price,
      amount,
    })),
  };
}

function deliveryOrder(order: OrderDetails, { status, trackingNumber }: OrderChange): DeliveryOrder {
  const { orderId, shop, customer, lines, payment, total } = order;
  const { name, phone } = customer;
  return {
    orderId,
    status,
    ...(trackingNumber === undefined ? {} : { trackingNumber }),
    pickUp: { shopId: shop.shopId, name: shop.name, area: shop.area },
    ...(name === "" ? {} : { recipient: { name, ...(phone === undefined ? {} : { phone }) } }),
    items: lines.map((line) => ({ name: line.name, unit: line.unit, quantity: line.quantity })),
    cashToCollect: payment === "cash" && status !== "cancelled" ? total : 0,
  };
}
