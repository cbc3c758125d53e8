import type { ConvexCalls, ConvexDeployment } from "../convex/deployment.ts";
import { type Change, changesBy } from "../convex/emitting.ts";
import {
  AccountClosedError,
  CheckoutClosedError,
  EmailTakenError,
  OrderConflictError,
  OrderNumberTakenError,
  OrderStatusError,
  OutOfStockError,
  PaymentStatusError,
  ProductNotFoundError,
  ShopExistsError,
  type Shortage,
  StockError,
  UnknownOrderError,
  UnknownProductError,
  UnknownShopError,
  UnknownShopkeeperError,
  UnknownUserError,
} from "./errors.ts";
import type { Refused } from "./refused.ts";

/** What the functions give with each refusal. Holds because `refuse` in the functions is called so. */
interface Given {
  "account-closed": [];
  "checkout-closed": [refusal: string];
  "email-taken": [];
  "order-conflict": [orderId: string];
  "order-number-taken": [orderId: string];
  "order-status": [orderId: string, from: string, to: string, unpaid?: boolean];
  "out-of-stock": [shortages: Shortage[]];
  "payment-status": [orderId: string, from: string, to: string];
  "shop-exists": [shopId: string];
  stock: [productId: string, stock: number, reserved: number];
  "unknown-order": [orderId: string];
  "unknown-product": [productIds: string[]];
  "unknown-product-id": [productId: string];
  "unknown-shop": [shopId: string];
  "unknown-shopkeeper": [shopkeeperId: string];
  "unknown-user": [userId: string];
}

const errorOf: { [Code in Refused]: (...values: Given[Code]) => Error } = {
  "account-closed": () => new AccountClosedError(),
  "checkout-closed": (refusal) => new CheckoutClosedError(refusal),
  "email-taken": () => new EmailTakenError(),
  "order-conflict": (orderId) => new OrderConflictError(orderId),
  "order-number-taken": (orderId) => new OrderNumberTakenError(orderId),
  "order-status": (...values) => new OrderStatusError(...values),
  "out-of-stock": (shortages) => new OutOfStockError(shortages),
  "payment-status": (...values) => new PaymentStatusError(...values),
  "shop-exists": (shopId) => new ShopExistsError(shopId),
  stock: (...values) => new StockError(...values),
  "unknown-order": (orderId) => new UnknownOrderError(orderId),
  "unknown-product": (productIds) => new UnknownProductError(productIds),
  "unknown-product-id": (productId) => new ProductNotFoundError(productId),
  "unknown-shop": (shopId) => new UnknownShopError(shopId),
  "unknown-shopkeeper": (shopkeeperId) => new UnknownShopkeeperError(shopkeeperId),
  "unknown-user": (userId) => new UnknownUserError(userId),
};

function refusedError(refused: string, values: readonly unknown[]): Error | undefined {
  return isRefused(refused) ? madeOf(errorOf[refused], values) : undefined;
}

function isRefused(refused: string): refused is Refused {
  return Object.hasOwn(errorOf, refused);
}

/** Guarantees what `Given` says. */
function madeOf(make: (...values: never[]) => Error, values: readonly unknown[]): Error {
  return make(...(values as never[]));
}

/** The calls of one of the marketplace's stores, whose refusals are the port's errors. */
export function marketCalls(deployment: ConvexDeployment, store: string): ConvexCalls & { change: Change } {
  const calls = deployment.callsOf(`stores/mohallamart/${store}`, refusedError);
  return { ...calls, change: changesBy(calls) };
}
