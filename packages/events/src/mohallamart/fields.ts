import * as z from "zod";
import { prefixedId } from "../internal/fields/ids.ts";

export const orderId = /* @__PURE__ */ prefixedId("ord");
export const shopId = /* @__PURE__ */ prefixedId("shop");
export const productId = /* @__PURE__ */ prefixedId("prod");
export const paymentId = /* @__PURE__ */ prefixedId("pay");
export const refundId = /* @__PURE__ */ prefixedId("rfnd");
export const disputeId = /* @__PURE__ */ prefixedId("disp");
export const shopkeeperId = /* @__PURE__ */ prefixedId("sk");

/** Pieces of a product on a shelf. */
export const pieces = z.int().min(0);

/** Pieces of a product in one order. */
export const quantity = z.int().min(1).max(1_000);

export const orderItem = z.object({ productId, quantity });
