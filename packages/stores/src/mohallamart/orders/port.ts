import type { DeliveryStatus, RecordedDelivery } from "../../deliveries/port.ts";
import type { Emit } from "../../outbox/port.ts";
import type { PostalAddress } from "../addresses/port.ts";
import type { Shop } from "../shopkeepers/port.ts";

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
  /** In which the customer orders, as `kn-IN`: messages about the order are written in it. */
  language?: string;
  /** Where it is brought to; whoever takes orders from customers asks for it. Read with `addresses.ofOrders`. */
  address?: PostalAddress;
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
  /** In which it was placed, or that its customer chose since; absent where nobody chose. */
  language?: string;
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
  | { status: DeliveryStatus; at: string; reason?: string; report?: RecordedDelivery["report"] };

export interface TrackingEntry {
  status: OrderStatus;
  at: string;
  /** The delivery partner's. */
  trackingNumber?: string;
}

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
  /** Each status the order has had, oldest first. */
  history: TrackingEntry[];
}

/** `due`: cash on delivery; the others are a prepaid order's. */
export type PaymentStatus = "due" | "authorised" | "captured" | "failed" | "refunded";

export interface OrderPayment {
  orderId: string;
  paymentId?: string;
  amount: number;
  status: PaymentStatus;
  /** What became of a refund of all of it, as long as the money is not back: of a `captured` payment only. */
  refund?: "pending" | "failed";
}

export interface Orders {
  /**
   * Places an order: checks it against the products, reserves stock, opens the customer's account when it is new,
   * and writes the order with its events, all or nothing. The same `orderId` again returns the first order and emits
   * nothing. The order's checkout, if there is one, becomes `placed`.
   * @throws OrderRefusedError (`InvalidOrderError`, `UnknownProductError`, `OutOfStockError`, `OrderConflictError`,
   * `OrderNumberTakenError`, `CheckoutClosedError`, see `errors.ts` beside this file); nothing is written then.
   */
  place(order: NewOrder, events: Emit<PlacedOrder>): Promise<PlacedOrder>;
  get(orderId: string): Promise<OrderDetails | undefined>;
  /** The id of the order that somebody calls by its number, however `readOrderNumber` can read it; at most one has it. */
  findByNumber(typed: string): Promise<string | undefined>;
  /** A customer's orders, latest first; at most `limit` (default 50), from before the order `before`. */
  ofCustomer(options: { userId: string; limit?: number; before?: string }): Promise<OrderDetails[]>;
  /** The oldest order of a customer. */
  first(userId: string): Promise<Order | undefined>;
  /**
   * A shop's orders in one of the given statuses, latest first; at most `limit` (default 100). A prepaid one is the
   * shop's when it is captured, see `isShownToShop`.
   */
  list(options: {
    shopId: string;
    statuses: readonly OrderStatus[];
    limit?: number;
  }): Promise<OrderDetails[]>;
  progress(orderId: string): Promise<OrderProgress | undefined>;
  /**
   * Moves an order along `placed`, `packed`, `shipped`, `delivered`. Repeating a move changes and emits nothing, but
   * for a tracking number that was not known before.
   * @returns whether the order moved.
   * @throws UnknownOrderError; OrderStatusError when the order is past that status, cancelled, or not paid yet.
   */
  advance(
    orderId: string,
    status: Exclude<OrderStatus, "placed" | "cancelled">,
    events: Emit<Order> & Pick<TrackingEntry, "trackingNumber">,
  ): Promise<boolean>;
  /**
   * Cancels an order that was not shipped. The stock is given back by `inventory.restore`.
   * @returns false when it is cancelled already.
   * @throws UnknownOrderError, OrderStatusError
   */
  cancel(orderId: string, events: Emit<Order>): Promise<boolean>;
  payment(orderId: string): Promise<OrderPayment | undefined>;
  /**
   * Books what became of the capture of a prepaid order's payment, as `order-states.ts` says: `captured` also when the
   * money came late, and after it was refunded again, which changes nothing; `failed` cancels an order that stands.
   * @param events of the cancellation; emitted when the order was cancelled by this.
   * @returns whether it changed.
   * @throws UnknownOrderError, PaymentStatusError
   */
  bookPayment(orderId: string, status: "captured" | "failed", events?: Emit<Order>): Promise<boolean>;
}

/** An order that is placed once it is paid. */
export interface NewCheckout extends Pick<NewOrder, "orderId" | "shopId" | "items" | "language"> {
  /** The payment vendor's id of what the customer is asked to pay. */
  paymentOrderId: string;
  customer: { name: string; email: string; phone?: string };
  /** Where the order is brought to. */
  address?: PostalAddress;
  /** The visit that it belongs to, where visits are recorded. */
  visitId?: string;
  /** What the customer is asked to pay; the order's total must be the same. */
  total: number;
  /** Until when it may be placed: ISO 8601, UTC. */
  expiresAt: string;
}

/**
 * - `open`: the order is placed as soon as it is paid;
 * - `placed`: there is an order with its id, paid with this checkout or otherwise;
 * - `refused`: there will be none, whatever is paid.
 */
export type Checkout = Omit<NewCheckout, "customer" | "address" | "visitId"> &
  (
    | ({ status: "open" } & Pick<NewCheckout, "customer" | "address" | "visitId">)
    | { status: "placed" }
    /** The refusal may be shown to the customer. */
    | { status: "refused"; refusal: string }
  );

/**
 * What is kept while a customer pays on the vendor's page, so that whoever hears of the payment can place the order: the
 * page that they come back to, or the vendor's notice. `orders.place` closes it.
 */
export interface Checkouts {
  /**
   * Keeps a checkout. The same order again replaces what was kept.
   * @returns false when it was closed before; nothing changes then.
   */
  open(checkout: NewCheckout): Promise<boolean>;
  get(orderId: string): Promise<Checkout | undefined>;
  findByPayment(paymentOrderId: string): Promise<Checkout | undefined>;
  /**
   * Closes an open checkout for good: `orders.place` refuses its prepaid order from then on.
   * @param paid a payment that was made for it. Unless it pays for the order it is kept as released, once, with the events
   * of that, and with whoever was to get the order.
   * @returns what has become of it; `placed` when an order was placed first.
   */
  refuse(
    orderId: string,
    refusal: string,
    paid?: { paymentId: string } & Emit<ReleasedPayment>,
  ): Promise<Checkout | undefined>;
  /** A payment that pays for no order; forgotten after a month. */
  released(paymentId: string): Promise<ReleasedPayment | undefined>;
}

/** A payment that a customer made, and no order is paid with. */
export interface ReleasedPayment {
  paymentId: string;
  /** The order that it was meant for; there need not be one. */
  orderId: string;
  shopId: string;
  /** What the customer was asked to pay. */
  amount: number;
  /** May be shown to the customer. */
  refusal: string;
  /** Absent once their account is closed, and of a payment that came when the checkout had lost its contact. */
  customer?: { name: string; email: string };
  /** In which they are told; absent where nobody chose. */
  language?: string;
}
