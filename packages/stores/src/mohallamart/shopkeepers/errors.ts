import { IntegrationError } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { origin } from "../origin.ts";

export class UnknownShopError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownShopError> = recognised(
    this,
    "@org/stores/mohallamart/UnknownShopError",
  );

  constructor(shopId: string) {
    super(`There is no shop ${shopId}. Check the event's shopId.`, origin);
  }
}

/** An application is for a new shop only. */
export class ShopExistsError extends IntegrationError {
  static override readonly isInstance: IsInstance<ShopExistsError> = recognised(
    this,
    "@org/stores/mohallamart/ShopExistsError",
  );

  constructor(shopId: string) {
    super(`There is a shop ${shopId} already. Apply with an id of its own.`, origin);
  }
}

export class UnknownShopkeeperError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownShopkeeperError> = recognised(
    this,
    "@org/stores/mohallamart/UnknownShopkeeperError",
  );

  constructor(shopkeeperId: string) {
    super(`There is no shopkeeper ${shopkeeperId}. Check the event's shopkeeperId.`, origin);
  }
}
