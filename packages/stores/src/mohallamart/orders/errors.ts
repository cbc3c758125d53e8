import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";
import { orderNumber } from "./order-number.ts";

/** The order cannot be placed as it is; the message may be shown to the customer. */
export class OrderRefusedError extends IntegrationError {
  static override readonly isInstance: IsInstance<OrderRefusedError> = recognised(
    this,
    "@org/stores/mohallamart/OrderRefusedError",
  );

  /** The products at fault; empty when the order as a whole is. */
  readonly productIds: readonly string[];

  constructor(message: string, productIds: readonly string[] = []) {
    super(message, origin);
    this.productIds = productIds;
  }
}

/** The order breaks a rule that needs no look at the products: its size, a quantity, a product named twice. */
export class InvalidOrderError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<InvalidOrderError> = recognised(
    this,
    "@org/stores/mohallamart/InvalidOrderError",
  );
}

/** Products that do not exist or that the order's shop does not sell. */
export class UnknownProductError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<UnknownProductError> = recognised(
    this,
    "@org/stores/mohallamart/UnknownProductError",
  );

  constructor(productIds: readonly string[]) {
    super(
      `Not sold by this shop: ${productIds.join(", ")}. Take it out of the cart and order again.`,
      productIds,
    );
  }
}

export interface Shortage {
  productId: string;
  name: string;
  requested: number;
  available: number;
}

/** More was ordered than is available. */
export class OutOfStockError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<OutOfStockError> = recognised(
    this,
    "@org/stores/mohallamart/OutOfStockError",
  );

  readonly shortages: readonly Shortage[];

  constructor(shortages: readonly Shortage[]) {
    const list = shortages.map(({ name, requested, available }) =>
      available === 0 ? `${name} is sold out` : `${requested} of ${name} ordered, ${available} left`,
    );
    super(
      `${list.join("; ")}. Change the quantity and order again.`,
      shortages.map(({ productId }) => productId),
    );
    this.shortages = shortages;
  }
}

/** The order's id was used before, for a different order. */
export class OrderConflictError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<OrderConflictError> = recognised(
    this,
    "@org/stores/mohallamart/OrderConflictError",
  );

  constructor(orderId: string) {
    super(`Order ${orderNumber(orderId)} was placed before with other contents. Start a new order.`);
  }
}

/** Another order has the number that the order's id ends with; once in a million orders when there are a million. */
export class OrderNumberTakenError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<OrderNumberTakenError> = recognised(
    this,
    "@org/stores/mohallamart/OrderNumberTakenError",
  );

  constructor(orderId: string) {
    super(`The number ${orderNumber(orderId)} belongs to another order. Start a new order.`);
  }
}

export class UnknownOrderError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownOrderError> = recognised(
    this,
    "@org/stores/mohallamart/UnknownOrderError",
  );

  constructor(orderId: string) {
    super(
      `There is no order ${orderId}. Check the event's orderId; the order may have been removed.`,
      origin,
    );
  }
}

/** The order was to be paid first, and its checkout was refused or has expired since. */
export class CheckoutClosedError extends OrderRefusedError {
  static override readonly isInstance: IsInstance<CheckoutClosedError> = recognised(
    this,
    "@org/stores/mohallamart/CheckoutClosedError",
  );
}

/** The order's status, or where its money is, does not allow the move. */
export class OrderStatusError extends IntegrationError {
  static override readonly isInstance: IsInstance<OrderStatusError> = recognised(
    this,
    "@org/stores/mohallamart/OrderStatusError",
  );

  /** @param unpaid whether the order would move if it were paid. */
  constructor(orderId: string, from: string, to: string, unpaid = false) {
    const why = unpaid ? " before its payment has arrived. It moves once the money is there" : "";
    super(`Order ${orderId} is ${from} and cannot become ${to}${why}.`, origin);
  }
}

/** The money of the order is not in a state that allows the booking. */
export class PaymentStatusError extends IntegrationError {
  static override readonly isInstance: IsInstance<PaymentStatusError> = recognised(
    this,
    "@org/stores/mohallamart/PaymentStatusError",
  );

  constructor(orderId: string, from: string, to: string) {
    super(`The payment of order ${orderId} is ${from} and cannot become ${to}.`, origin);
  }
}
