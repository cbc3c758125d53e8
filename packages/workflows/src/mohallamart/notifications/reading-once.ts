import type { OrderDetails, Preferences, Product } from "@org/stores/mohallamart/port";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ orders: "get"; products: "get"; preferences: "get" }>;

/**
 * Ports for one batch: an order or a product that several of its messages are about is read once, and is the same for each of
 * them, and so is what their reader has chosen.
 */
export function readingOnce<Given extends Ports>(
  ports: Given,
): Omit<Given, keyof Ports> & Ports & { orders: Given["orders"] } {
  return {
    ...ports,
    orders: { ...ports.orders, get: once<OrderDetails>((orderId) => ports.orders.get(orderId)) },
    products: { get: once<Product>((productId) => ports.products.get(productId)) },
    preferences: { get: once<Preferences>((userId) => ports.preferences.get(userId)) },
  };
}

function once<Found>(
  read: (id: string) => Promise<Found | undefined>,
): (id: string) => Promise<Found | undefined> {
  const known = new Map<string, Promise<Found | undefined>>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}
