import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { marketCalls } from "../convex-refusals.ts";
import type {
  Checkouts,
  DeliveryProgress,
  NewOrder,
  Order,
  OrderDetails,
  OrderProgress,
  Orders,
} from "../port.ts";
import { checkShape } from "./check-shape.ts";

export function convexOrders(deployment: ConvexDeployment): Orders {
  const { query, change } = marketCalls(deployment, "orders");
  const { orders, orderLists, placing } = functions;
  return {
    async place(order, events) {
      checkShape(order);
      return headFrom(await change(placing.place, { order: placedFrom(order) }, events));
    },
    async get(orderId) {
      const found = await query(orders.get, { orderId });
      return found === null ? undefined : detailsFrom(found);
    },
    findByNumber: async (typed) => (await query(orders.findByNumber, { typed })) ?? undefined,
    async ofCustomer({ userId, limit = 50, before }) {
      return (await query(orderLists.ofCustomer, { userId, limit, before })).map(detailsFrom);
    },
    async first(userId) {
      const found = await query(orders.first, { userId });
      return found === null ? undefined : headFrom(found);
    },
    async list({ shopId, statuses, limit = 100 }) {
      const values = { shopId, statuses: [...statuses], limit };
      return (await query(orderLists.ofShop, values)).map(detailsFrom);
    },
    async progress(orderId) {
      const found = await query(orderLists.progress, { orderId });
      return found === null ? undefined : progressFrom(found);
    },
    advance: (orderId, status, { trackingNumber, ...events }) =>
      change(orders.advance, { orderId, status, trackingNumber: trackingNumber || undefined }, events),
    cancel: (orderId, events) => change(orders.cancel, { orderId }, events),
    async payment(orderId) {
      const found = await query(orders.payment, { orderId });
      return found === null ? undefined : { ...found, paymentId: found.paymentId };
    },
    bookPayment: (orderId, status, events) => change(orders.bookPayment, { orderId, status }, events),
  };
}

/** With every field of the port, also where nothing is known. */
function headFrom<Head extends Pick<Order, "paymentId" | "language">>(head: Head): Head {
  return { ...head, paymentId: head.paymentId, language: head.language };
}

function detailsFrom(details: OrderDetails): OrderDetails {
  return { ...headFrom(details), customer: { ...details.customer, phone: details.customer.phone } };
}

function progressFrom({ confirmation, shopkeeper, ...progress }: OrderProgress): OrderProgress {
  const { email, sms } = confirmation;
  return {
    ...progress,
    stockTakenAt: progress.stockTakenAt,
    confirmation: { email: deliveryFrom(email), sms: deliveryFrom(sms) },
    shopkeeper: deliveryFrom(shopkeeper),
  };
}

function deliveryFrom(delivery: DeliveryProgress): DeliveryProgress {
  return delivery.status === "pending" ? delivery : { ...delivery, reason: delivery.reason };
}

/** What the function takes, and nothing else that a form may have sent along. */
function placedFrom(order: NewOrder) {
  const { orderId, shopId, customer, language, address, items, payment, paymentId } = order;
  const { userId, name, email, phone } = customer;
  return {
    orderId,
    shopId,
    customer: { userId, name, email, phone },
    language,
    address: address && placeFrom(address),
    items: items.map(({ productId, quantity }) => ({ productId, quantity })),
    payment,
    paymentId,
  };
}

function placeFrom({ line1, line2, landmark, pinCode }: NonNullable<NewOrder["address"]>) {
  return { line1, line2, landmark, pinCode };
}

export function convexCheckouts(deployment: ConvexDeployment): Checkouts {
  const { query, mutation, change } = marketCalls(deployment, "checkouts");
  const { checkouts } = functions;
  return {
    open({ orderId, paymentOrderId, shopId, items, total, language, expiresAt, ...who }) {
      const { name, email, phone } = who.customer;
      const what = items.map(({ productId, quantity }) => ({ productId, quantity }));
      const kept = { orderId, paymentOrderId, shopId, items: what, total, language, expiresAt };
      const customer = { name, email, phone };
      const address = who.address && placeFrom(who.address);
      return mutation(checkouts.open, { checkout: { ...kept, customer, address, visitId: who.visitId } });
    },
    get: async (orderId) => (await query(checkouts.get, { orderId })) ?? undefined,
    findByPayment: async (paymentOrderId) =>
      (await query(checkouts.findByPayment, { paymentOrderId })) ?? undefined,
    async refuse(orderId, refusal, paid) {
      const values = { orderId, refusal, paymentId: paid?.paymentId };
      return (await change(checkouts.refuse, values, paid)) ?? undefined;
    },
    released: async (paymentId) => (await query(checkouts.released, { paymentId })) ?? undefined,
  };
}
