export {
  CheckoutClosedError,
  InvalidOrderError,
  OrderConflictError,
  OrderNumberTakenError,
  OrderRefusedError,
  OrderStatusError,
  OutOfStockError,
  PaymentStatusError,
  type Shortage,
  UnknownOrderError,
  UnknownProductError,
} from "./orders/errors.ts";
export { ProductNotFoundError, StockError } from "./products/errors.ts";
export { ShopExistsError, UnknownShopError, UnknownShopkeeperError } from "./shopkeepers/errors.ts";
export { AccountClosedError, EmailTakenError, UnknownUserError } from "./users/errors.ts";
