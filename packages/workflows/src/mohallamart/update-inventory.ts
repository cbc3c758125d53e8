import { orderCreated } from "@org/events/mohallamart/order-created";
import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import type { InngestFunction } from "inngest";
import { defaultRetries } from "../retry-policy.ts";
import type { MohallaMartPorts } from "./ports.ts";

/** Takes an order's reserved items out of stock, once, and says so when the last one of a product went. */
export function updateInventory({ inngest, inventory }: MohallaMartPorts): InngestFunction.Any {
  return inngest.createFunction(
    {
      id: "update-inventory",
      triggers: [orderCreated],
      retries: defaultRetries,
      concurrency: { key: "event.data.shopId", limit: 1 },
    },
    ({ event, step }) =>
      step.run("take-stock", () =>
        inventory.take(event.data.orderId, {
          emit: ({ depleted }) =>
            depleted.map(({ productId, shopId, stock }) =>
              productOutOfStock.create({ productId, shopId, lastStock: stock }, { cause: event }),
            ),
        }),
      ),
  );
}
