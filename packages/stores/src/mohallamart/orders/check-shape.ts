import { InvalidOrderError } from "./errors.ts";
import type { NewOrder } from "./port.ts";

/** What needs no look at the products. @throws InvalidOrderError */
export function checkShape({ orderId, items, payment, paymentId }: NewOrder): void {
  const refuse = (why: string, productIds: string[] = []) => {
    throw new InvalidOrderError(`Order ${orderId} ${why}`, productIds);
  };
  if (items.length === 0 || items.length > 200) refuse(`has ${items.length} items; 1 to 200 are possible.`);
  const seen = new Set<string>();
  for (const { productId, quantity } of items) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      refuse(`asks for ${quantity} of ${productId}; order a whole number, at least 1.`, [productId]);
    }
    if (seen.has(productId)) refuse(`names ${productId} twice; put its quantity into one item.`, [productId]);
    seen.add(productId);
  }
  if ((payment === "prepaid") !== (paymentId !== undefined))
    refuse("needs a paymentId exactly when prepaid.");
}
