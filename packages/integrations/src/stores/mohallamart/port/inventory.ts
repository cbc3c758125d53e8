import type { Emit } from "../../../outbox/port.ts";

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
}
