import * as z from "zod";
import { prefixedId } from "../internal/fields/ids.ts";

/** Id of an order. */
export const orderId = /* @__PURE__ */ prefixedId("ord");
/** Id of a shop. */
export const shopId = /* @__PURE__ */ prefixedId("shop");
/** Id of a product. */
export const productId = /* @__PURE__ */ prefixedId("prod");
/** Id of a payment. */
export const paymentId = /* @__PURE__ */ prefixedId("pay");
/** Id of a refund. */
export const refundId = /* @__PURE__ */ prefixedId("rfnd");
/** Id of a dispute, in which a customer's bank questions a payment. */
export const disputeId = /* @__PURE__ */ prefixedId("disp");
/** Id of a shopkeeper, and of their application. */
export const shopkeeperId = /* @__PURE__ */ prefixedId("sk");

/** Pieces of a product on a shelf. */
export const pieces = z.int().min(0);

/** Pieces of a product in one order. */
export const quantity = z.int().min(1).max(1_000);

export const orderItem = z.object({ productId, quantity });
