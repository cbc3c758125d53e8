import type { Emit } from "../../../outbox/port.ts";

export interface Product {
  productId: string;
  shopId: string;
  name: string;
  description: string;
  category: string;
  /** What one piece is, as `500 g` or `1 dozen`. */
  unit: string;
  price: number;
  /** Units that can be ordered now: on hand less those reserved by orders. */
  available: number;
}

export interface NewProduct extends Omit<Product, "available"> {
  /** Units on hand. */
  stock: number;
}

/** Of `stock` and `available`, which counts what orders have reserved besides, at most one is given. */
export type ProductChanges = Partial<Omit<NewProduct & Product, "productId" | "shopId">>;

export interface ProductChange {
  before: Product;
  after: Product;
}

export interface Products {
  /** Products by category and name; those of shops that are not listed only when they are asked for. */
  list(options?: { shopId?: string; unlisted?: boolean }): Promise<Product[]>;
  get(productId: string): Promise<Product | undefined>;
  /** @returns false when the id exists; nothing is changed then. */
  add(product: NewProduct, events?: Emit): Promise<boolean>;
  /** Products of listed shops, or of one, in the order of their ids, from behind `after`, for work that can be resumed. */
  scan(options: { shopId?: string; after?: string; limit: number }): Promise<Product[]>;
  /**
   * Changes what is given; a change that changes nothing emits nothing. A change of stock is logged.
   * @throws ProductNotFoundError; StockError when less would be on hand than orders have reserved.
   */
  update(productId: string, changes: ProductChanges, events: Emit<ProductChange>): Promise<ProductChange>;
}

/** Who wants to hear of a product's price and availability. */
export interface Watchers {
  /** @returns false when the user watches it already. @throws UnknownUserError, ProductNotFoundError */
  watch(watcher: { userId: string; productId: string }): Promise<boolean>;
  /** @returns false when the user did not watch it. */
  unwatch(watcher: { userId: string; productId: string }): Promise<boolean>;
  watches(watcher: { userId: string; productId: string }): Promise<boolean>;
  /** The watchers' user ids in order, from behind `after`; at most `limit` (default 500). */
  list(options: { productId: string; after?: string; limit?: number }): Promise<string[]>;
}
