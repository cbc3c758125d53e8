/** What the marketplace's functions in Convex refuse, and its adapter makes an error of a port of. */
export type Refused =
  | "account-closed"
  | "checkout-closed"
  | "email-taken"
  | "order-conflict"
  | "order-number-taken"
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
