import { IntegrationError } from "@org/integrations/error";

const origin = { port: "stores/mohallamart", vendor: "store", kind: "final" } as const;

/** The order cannot be placed as it is; the message may be shown to the customer. */
export class OrderRefusedError extends IntegrationError {
  /** The products at fault; empty when the order as a whole is. */
  readonly productIds: readonly string[];

  constructor(message: string, productIds: readonly string[] = []) {
    super(message, origin);
    this.productIds = productIds;
  }
}

/** The order breaks a rule that needs no look at the products: its size, a quantity, a product named twice. */
export class InvalidOrderError extends OrderRefusedError {}

/** Products that do not exist or that the order's shop does not sell. */
export class UnknownProductError extends OrderRefusedError {
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
  constructor(orderId: string) {
    super(`Order ${orderId} was placed before with other contents. Start a new order.`);
  }
}

export class UnknownOrderError extends IntegrationError {
  constructor(orderId: string) {
    super(
      `There is no order ${orderId}. Check the event's orderId; the order may have been removed.`,
      origin,
    );
  }
}

/** The order was to be paid first, and its checkout was refused or has expired since. */
export class CheckoutClosedError extends OrderRefusedError {}

/** The order's status does not allow the move. */
export class OrderStatusError extends IntegrationError {
  constructor(orderId: string, from: string, to: string) {
    super(`Order ${orderId} is ${from} and cannot become ${to}.`, origin);
  }
}

/** The money of the order is not in a state that allows the booking. */
export class PaymentStatusError extends IntegrationError {
  constructor(orderId: string, from: string, to: string) {
    super(`The payment of order ${orderId} is ${from} and cannot become ${to}.`, origin);
  }
}

/** Closed for good: whoever comes back gets a new id. */
export class AccountClosedError extends OrderRefusedError {
  constructor() {
    super("This account was closed. Sign out, then order again.");
  }
}

export class UnknownUserError extends IntegrationError {
  constructor(userId: string) {
    super(`There is no user ${userId}. Check the event's userId; the account may have been deleted.`, origin);
  }
}

/** Another account has the email. */
export class EmailTakenError extends IntegrationError {
  constructor() {
    super("Another account uses this email address. Choose another one.", origin);
  }
}

export class ProductNotFoundError extends IntegrationError {
  constructor(productId: string) {
    super(`There is no product ${productId}. Check the event's productId.`, origin);
  }
}

/** Less would be on hand than orders have reserved. */
export class StockError extends IntegrationError {
  constructor(productId: string, stock: number, reserved: number) {
    super(
      `Product ${productId} cannot have ${stock} on hand: ${reserved} are reserved. Cancel orders first.`,
      origin,
    );
  }
}

export class UnknownShopError extends IntegrationError {
  constructor(shopId: string) {
    super(`There is no shop ${shopId}. Check the event's shopId.`, origin);
  }
}

/** An application is for a new shop only. */
export class ShopExistsError extends IntegrationError {
  constructor(shopId: string) {
    super(`There is a shop ${shopId} already. Apply with an id of its own.`, origin);
  }
}

export class UnknownShopkeeperError extends IntegrationError {
  constructor(shopkeeperId: string) {
    super(`There is no shopkeeper ${shopkeeperId}. Check the event's shopkeeperId.`, origin);
  }
}
