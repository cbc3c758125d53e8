import type { Emit } from "../../outbox/port.ts";

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
  /** What its picture's files are found by; absent while it has none. A picture is of one product. */
  picture?: string | undefined;
}

export interface NewProduct extends Omit<Product, "available"> {
  /** Units on hand. */
  stock: number;
}

/** Of `stock` and `available`, which counts what orders have reserved besides, at most one is given. */
export type ProductChanges = Partial<Omit<NewProduct & Product, "productId" | "shopId" | "picture">> & {
  /** Null takes the picture away. */
  picture?: string | null | undefined;
};

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
  /** Those of some pictures that products have, of shops that are not listed too; at most 1,000 at a time. */
  picturesInUse(pictures: readonly string[]): Promise<string[]>;
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
  /** What a user watches, by name; at most 200. */
  watchedBy(userId: string): Promise<{ productId: string; name: string }[]>;
  /** The watchers' user ids in order, from behind `after`; at most `limit` (default 500). */
  list(options: { productId: string; after?: string; limit?: number }): Promise<string[]>;
}

export interface StockChange {
  productId: string;
  shopId: string;
  quantity: number;
  /** Units on hand afterwards. */
  stock: number;
}

export interface InventoryOutcome {
  taken: StockChange[];
  /** Those of `taken` whose last unit went. */
  depleted: StockChange[];
}

export interface RestoredProduct {
  productId: string;
  shopId: string;
  quantity: number;
  /** Units that can be ordered afterwards. */
  available: number;
}

export interface RestoreOutcome {
  restored: RestoredProduct[];
  /** Those of `restored` of which nothing could be ordered before. */
  backInStock: RestoredProduct[];
}

export interface InventoryEntry {
  productId: string;
  /** Units that came; negative for units that went. */
  change: number;
  /** Units on hand afterwards. */
  stock: number;
  /** `order`: an order's stock was taken; `cancellation`: it came back; `count`: the shop changed the number. */
  reason: "order" | "cancellation" | "count";
  orderId?: string;
  at: string;
}

/** That a product sold out, from then until it could be ordered again. */
export interface StockAlert {
  /** The id of the event that raised it. */
  alertId: string;
  productId: string;
  raisedAt: string;
  /** Absent while it is open. */
  closedAt?: string;
}

export interface Inventory {
  /**
   * Turns an order's reservation into stock that is gone, exactly once: a repeated call returns the first outcome and
   * emits nothing.
   * @throws UnknownOrderError
   */
  take(orderId: string, events: Emit<InventoryOutcome>): Promise<InventoryOutcome>;
  /**
   * Gives a cancelled order's stock back, whether it was reserved or taken, exactly once: a repeated call returns the
   * first outcome and emits nothing.
   * @throws UnknownOrderError; OrderStatusError when the order is not cancelled.
   */
  restore(orderId: string, events: Emit<RestoreOutcome>): Promise<RestoreOutcome>;
  /** The changes of a product's stock, latest first; at most `limit` (default 50). */
  history(options: { productId: string; limit?: number }): Promise<InventoryEntry[]>;
  /**
   * Logs that a product sold out, once for each `alertId`; a product has at most one open alert.
   * @returns false when it can be ordered, or does not exist; nothing is logged then.
   */
  raiseAlert(alert: { alertId: string; productId: string }): Promise<boolean>;
  /**
   * Closes the product's open alert if it can be ordered again.
   * @param options.closedBy the id of the event that says so; a repeated call with it returns the same alert.
   * @returns the alert, or undefined when there was nothing to close.
   */
  closeAlert(options: { productId: string; closedBy: string }): Promise<StockAlert | undefined>;
  /** The open alerts of a shop's products, oldest first. */
  openAlerts(options: { shopId: string }): Promise<StockAlert[]>;
}
