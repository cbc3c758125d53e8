import type { Deliveries, DeliveryStatus } from "../../deliveries/port.ts";
import type { Emit } from "../../outbox/port.ts";

/** Amounts in this file are rupees with at most two decimals; times are ISO 8601, UTC. */

export interface User {
  userId: string;
  name: string;
  /** Lower case. */
  email: string;
  /** E.164. */
  phone?: string;
  createdAt: string;
}

export interface Shop {
  shopId: string;
  name: string;
  /** The neighbourhood it serves, as `Indiranagar, Bengaluru`. */
  area: string;
  description: string;
  /** Whether customers see it. */
  listed: boolean;
}

export interface Shopkeeper {
  shopkeeperId: string;
  shopId: string;
  name: string;
  email: string;
  /** E.164. */
  phone?: string;
}

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

export interface OrderItem {
  productId: string;
  /** A whole number, at least 1. */
  quantity: number;
}

export interface NewOrder {
  /** `ord_…`, chosen by the caller so that a form sent twice is one order. */
  orderId: string;
  shopId: string;
  /** The contact for this order; an account with the same email is used, otherwise one is opened with `userId`. */
  customer: { userId: string; name: string; email: string; phone?: string };
  /** 1 to 200 items, each product once. */
  items: readonly OrderItem[];
  payment: "cash" | "prepaid";
  /** The payment authorised at checkout; only with `prepaid`. */
  paymentId?: string;
}

export type OrderStatus = "placed" | "packed" | "shipped" | "delivered" | "cancelled";

export interface Order {
  orderId: string;
  userId: string;
  shopId: string;
  items: OrderItem[];
  /** From the products' prices at the time of the order, never from the caller. */
  total: number;
  payment: "cash" | "prepaid";
  paymentId?: string;
  status: OrderStatus;
  placedAt: string;
}

export interface PlacedOrder extends Order {
  /** The account was opened by this order, so `user.created` is due. */
  newCustomer: boolean;
}

export interface OrderLine extends OrderItem {
  name: string;
  unit: string;
  /** Of one unit, when ordered. */
  price: number;
  /** price times quantity. */
  amount: number;
}

/** Everything a message about the order needs. */
export interface OrderDetails extends Omit<Order, "items"> {
  lines: OrderLine[];
  shop: Shop;
  customer: { name: string; email: string; phone?: string };
}

export type DeliveryProgress =
  | { status: "pending" }
  | { status: DeliveryStatus; at: string; reason?: string };

/** What has happened to an order so far, for the order page; holds no contact data. */
export interface OrderProgress {
  orderId: string;
  status: OrderStatus;
  placedAt: string;
  /** Recorded by the workflow `send-order-confirmation`. */
  confirmation: { email: DeliveryProgress; sms: DeliveryProgress };
  stockTakenAt?: string;
  /** Recorded by the workflow `notify-shopkeeper`, over whichever channel first reached them. */
  shopkeeper: DeliveryProgress;
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

export interface Users {
  get(userId: string): Promise<User | undefined>;
  /** Emits only when the user is new. @returns false when the id or the email exists; nothing is changed then. */
  add(user: Omit<User, "createdAt">, events?: Emit): Promise<boolean>;
}

export interface Shops {
  /** Listed shops by name. */
  list(): Promise<Shop[]>;
  get(shopId: string): Promise<Shop | undefined>;
  /** @returns false when the id exists; nothing is changed then. */
  add(shop: Shop, events?: Emit): Promise<boolean>;
}

export interface Shopkeepers {
  list(options: { shopId: string }): Promise<Shopkeeper[]>;
  /** @returns false when the id exists; nothing is changed then. */
  add(shopkeeper: Shopkeeper, events?: Emit): Promise<boolean>;
}

export interface Products {
  /** Products of listed shops, by category and name. */
  list(options?: { shopId?: string }): Promise<Product[]>;
  get(productId: string): Promise<Product | undefined>;
  /** @returns false when the id exists; nothing is changed then. */
  add(product: NewProduct, events?: Emit): Promise<boolean>;
}

export interface Orders {
  /**
   * Places an order: checks it against the products, reserves stock, opens the customer's account when it is new,
   * and writes the order with its events, all or nothing. The same `orderId` again returns the first order and emits
   * nothing.
   * @throws OrderRefusedError (`InvalidOrderError`, `UnknownProductError`, `OutOfStockError`, `OrderConflictError`,
   * see `errors.ts` beside this file); nothing is written then.
   */
  place(order: NewOrder, events: Emit<PlacedOrder>): Promise<PlacedOrder>;
  get(orderId: string): Promise<OrderDetails | undefined>;
  progress(orderId: string): Promise<OrderProgress | undefined>;
  /**
   * Moves an order along `placed`, `packed`, `shipped`, `delivered`. Repeating a move changes and emits nothing.
   * @returns whether the order moved.
   * @throws UnknownOrderError; OrderStatusError when the order is past that status or cancelled.
   */
  advance(
    orderId: string,
    status: Exclude<OrderStatus, "placed" | "cancelled">,
    events: Emit<Order>,
  ): Promise<boolean>;
}

export interface Inventory {
  /**
   * Turns an order's reservation into stock that is gone, exactly once: a repeated call returns the first outcome and
   * emits nothing.
   * @throws UnknownOrderError
   */
  take(orderId: string, events: Emit<InventoryOutcome>): Promise<InventoryOutcome>;
}

/** The marketplace's state. Methods throw `IntegrationError`, retryable when the database cannot be reached. */
export interface MohallaMartStores {
  users: Users;
  shops: Shops;
  shopkeepers: Shopkeepers;
  products: Products;
  orders: Orders;
  inventory: Inventory;
  deliveries: Deliveries;
}
