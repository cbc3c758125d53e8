import * as z from "zod";
import { prefixedId, quantity } from "../fields.ts";

export const orderId = prefixedId("ord");
export const shopId = prefixedId("shop");
export const productId = prefixedId("prod");
export const paymentId = prefixedId("pay");
export const shopkeeperId = prefixedId("sk");
export const orderItem = z.object({ productId, quantity });
