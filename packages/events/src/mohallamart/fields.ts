import * as z from "zod";
import { prefixedId } from "../fields.ts";

export const orderId = prefixedId("ord");
export const shopId = prefixedId("shop");
export const productId = prefixedId("prod");
export const paymentId = prefixedId("pay");
export const shopkeeperId = prefixedId("sk");

/** Pieces of a product on a shelf. */
export const pieces = z.int().min(0);

/** Pieces of a product in one order. */
export const quantity = z.int().min(1).max(1_000);

export const orderItem = z.object({ productId, quantity });
