import type { EventData } from "@org/events";
import type { orderCancelled } from "@org/events/mohallamart/order-cancelled";
import { productUpdated } from "@org/events/mohallamart/product-updated";
import type { WorkflowStep } from "../../client.ts";
import type { Uses } from "../ports.ts";

/** `order.cancelled` as a workflow receives it. */
export interface OrderCancelled {
  id?: string;
  data: EventData<typeof orderCancelled>;
}

/**
 * Gives a cancelled order's items back, once, and says which products can be ordered again.
 * @returns their ids.
 */
export function restock(
  step: WorkflowStep,
  { inventory }: Uses<{ inventory: "restore" }>,
  event: OrderCancelled,
): Promise<{ backInStock: string[] }> {
  return step.run("restock", async () => {
    const { backInStock } = await inventory.restore(event.data.orderId, {
      emit: (outcome) =>
        outcome.backInStock.map(({ productId, shopId, quantity, available }) =>
          productUpdated.create(
            {
              productId,
              shopId,
              changed: ["stock"],
              stock: { from: available - quantity, to: available },
            },
            { cause: event },
          ),
        ),
    });
    return { backInStock: backInStock.map(({ productId }) => productId) };
  });
}
