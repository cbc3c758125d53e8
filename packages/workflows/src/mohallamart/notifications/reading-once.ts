import type { Uses } from "../ports.ts";

/** Ports for one batch: what all of its messages are about is read once, and is the same for each of them. */
export function readingOnce<Ports extends Uses<{ products: "get" }>>(ports: Ports): Ports {
  const known = new Map<string, ReturnType<Ports["products"]["get"]>>();
  const products = {
    ...ports.products,
    get(productId: string) {
      const found = known.get(productId) ?? ports.products.get(productId);
      known.set(productId, found);
      return found;
    },
  };
  return { ...ports, products };
}
