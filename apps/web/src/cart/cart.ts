import { maximumLines, maximumQuantity } from "@org/commands/mohallamart/orders/order-size";
import { productId as productIdSchema } from "@org/events/mohallamart/fields";

interface CartLine {
  productId: string;
  /** 1 to `maximumQuantity`. */
  quantity: number;
}

/** Each product once, in the order they were added. */
export type Cart = readonly CartLine[];

/** Reads what `serializeCart` wrote. A cookie can hold anything, so lines that make no sense are left out. */
export function parseCart(cookie: string | undefined): Cart {
  let cart: Cart = [];
  for (const part of cookie?.split("~") ?? []) {
    const [productId = "", quantity = ""] = part.split(".");
    cart = withQuantity(cart, productId, Number(quantity));
  }
  return cart;
}

/** Only characters that a cookie's value may hold without escaping: `prod_101.2~prod_105.1`. */
export function serializeCart(cart: Cart): string {
  return cart.map(({ productId, quantity }) => `${productId}.${quantity}`).join("~");
}

export function quantityOf(cart: Cart, productId: string): number {
  return cart.find((line) => line.productId === productId)?.quantity ?? 0;
}

/** How many pieces the cart holds. */
export function countItems(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0);
}

/**
 * The cart with that many of a product: 0 takes it out, more than `maximumQuantity` is cut to it. Anything that is not
 * a product's id and a whole number changes nothing, nor does a new product when `maximumLines` are in the cart.
 */
export function withQuantity(cart: Cart, productId: string, quantity: number): Cart {
  if (!productIdSchema.safeParse(productId).success || !Number.isInteger(quantity) || quantity < 0)
    return cart;
  if (quantity === 0) return withoutProducts(cart, [productId]);
  const line = { productId, quantity: Math.min(quantity, maximumQuantity) };
  const known = cart.some((other) => other.productId === productId);
  if (known) return cart.map((other) => (other.productId === productId ? line : other));
  return cart.length < maximumLines ? [...cart, line] : cart;
}

export function withoutProducts(cart: Cart, productIds: readonly string[]): Cart {
  return cart.filter(({ productId }) => !productIds.includes(productId));
}
