import { orderRequest } from "@org/commands/mohallamart/orders/order-request";
import type { EntriesOf } from "@org/commands/request";
import { entriesOf, textOf, textsOf } from "../forms/form-data.ts";

const shown = ["orderId", "shopId", ...orderRequest.fields] as const;

/** What a checkout form says. A number that is none becomes NaN, which no order accepts. */
export function readOrderForm(form: FormData): EntriesOf<typeof orderRequest> {
  const total = textOf(form, "expectedTotal");
  return {
    ...entriesOf(form, shown),
    total: /^\d+(\.\d{1,2})?$/.test(total) ? Number(total) : Number.NaN,
    items: textsOf(form, "item").map(readItem),
  };
}

/** A line as the form carries it: `prod_101:2`. */
function readItem(text: string): { productId: string; quantity: number } {
  const [productId = "", quantity = ""] = text.split(":");
  return { productId, quantity: Number(quantity || Number.NaN) };
}
