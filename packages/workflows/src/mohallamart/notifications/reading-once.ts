import type { Product } from "@org/stores/mohallamart/port";
import type { Uses } from "../ports.ts";

type Ports = Uses<{ products: "get" }>;

/** Ports for one batch: a product that several of its messages are about is read once, and is the same for each of them. */
export function readingOnce<Given extends Ports>(ports: Given): Omit<Given, "products"> & Ports {
  const known = new Map<string, Promise<Product | undefined>>();
  return {
    ...ports,
    products: {
      get(productId) {
        const found = known.get(productId) ?? ports.products.get(productId);
        known.set(productId, found);
        return found;
      },
    },
  };
}
