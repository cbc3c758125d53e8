import type { EventData, EventToSend } from "@org/events";
import type { orderCreated } from "@org/events/mohallamart/order-created";
import { productOutOfStock } from "@org/events/mohallamart/product-out-of-stock";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";

/** `order.created` as a workflow receives it. */
export interface OrderCreated {
  id?: string;
  data: EventData<typeof orderCreated>;
}

/**
 * Takes an order's reserved items out of stock, once, and says in the same write when the last one of a product went, and what
 * else follows from it.
 * @returns `cancelled` when the order was cancelled before; its reservation is given back by `cancel-order`.
 */
export function takeStock(
  step: WorkflowStep,
  { inventory }: Uses<{ inventory: "take" }>,
  event: OrderCreated,
  { emit = [] }: { emit?: readonly ((event: OrderCreated) => EventToSend)[] } = {},
): Promise<"taken" | "cancelled"> {
  return step.run("take-stock", async () => {
    try {
      await inventory.take(event.data.orderId, {
        emit: ({ depleted }) => [
          ...depleted.map(({ productId, shopId, stock }) =>
            productOutOfStock.create({ productId, shopId, lastStock: stock }, { cause: event }),
          ),
          ...emit.map((create) => create(event)),
        ],
      });
      return "taken";
    } catch (error) {
      if (OrderStatusError.isInstance(error)) return "cancelled";
      throw error;
    }
  });
}
