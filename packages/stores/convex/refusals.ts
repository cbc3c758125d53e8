import { ConvexError } from "convex/values";

/** What the marketplace's functions refuse, and the adapter makes an error of its port of: see `src/convex/refusals.ts`. */
export type Refused =
  | "account-closed"
  | "checkout-closed"
  | "email-taken"
  | "order-conflict"
  | "order-status"
  | "out-of-stock"
  | "payment-status"
  | "shop-exists"
  | "stock"
  | "unknown-order"
  | "unknown-product"
  | "unknown-product-id"
  | "unknown-shop"
  | "unknown-shopkeeper"
  | "unknown-user";

/** Undoes the change. @param values what the port's error is made of */
export function refuse(refused: Refused, ...values: unknown[]): never {
  throw new ConvexError({ refused, values: JSON.stringify(values) });
}
