import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";

export class ProductNotFoundError extends IntegrationError {
  static override readonly isInstance: IsInstance<ProductNotFoundError> = recognised(
    this,
    "@org/stores/mohallamart/ProductNotFoundError",
  );

  constructor(productId: string) {
    super(`There is no product ${productId}. Check the event's productId.`, origin);
  }
}

/** Less would be on hand than orders have reserved. */
export class StockError extends IntegrationError {
  static override readonly isInstance: IsInstance<StockError> = recognised(
    this,
    "@org/stores/mohallamart/StockError",
  );

  constructor(productId: string, stock: number, reserved: number) {
    super(
      `Product ${productId} cannot have ${stock} on hand: ${reserved} are reserved. Cancel orders first.`,
      origin,
    );
  }
}
