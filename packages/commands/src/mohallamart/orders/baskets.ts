import { toPaise, toRupees } from "@org/events/money";
import type { OrderItem, Product, Shop } from "@org/stores/mohallamart/port";

export interface BasketLine {
  product: Product;
  quantity: number;
  /** Rupees: price times quantity. */
  amount: number;
  /** Why it cannot be ordered like this, for the customer. */
  problem?: string;
}

/** What the cart holds of one shop; each shop is an order of its own. */
export interface Basket {
  shop: Shop;
  lines: BasketLine[];
  /** Rupees. */
  total: number;
}

export interface Baskets {
  baskets: Basket[];
  /** Products in the cart that are no longer sold. */
  gone: string[];
}

export function toBaskets(
  cart: readonly OrderItem[],
  shops: readonly Shop[],
  products: readonly Product[],
): Baskets {
  const productById = new Map(products.map((product) => [product.productId, product]));
  const lines = cart.flatMap(({ productId, quantity }) => {
    const product = productById.get(productId);
    return product ? [toLine(product, quantity)] : [];
  });
  const baskets = shops.flatMap((shop) => {
    const own = lines.filter(({ product }) => product.shopId === shop.shopId);
    return own.length > 0 ? [{ shop, lines: own, total: sum(own) }] : [];
  });
  const gone = cart.map(({ productId }) => productId).filter((productId) => !productById.has(productId));
  return { baskets, gone };
}

function toLine(product: Product, quantity: number): BasketLine {
  return {
    product,
    quantity,
    amount: amountOf(product.price, quantity),
    problem: shortage(product, quantity),
  };
}

function amountOf(price: number, quantity: number): number {
  return toRupees(toPaise(price) * quantity);
}

function sum(lines: readonly BasketLine[]): number {
  return toRupees(lines.reduce((paise, { amount }) => paise + toPaise(amount), 0));
}

function shortage({ available }: Product, quantity: number): string | undefined {
  if (available === 0) return "Sold out. Remove it to order the rest.";
  if (quantity > available) return `Only ${available} left. Lower the quantity to order.`;
  return undefined;
}
