import { orderId as orderIdSchema } from "@org/events/mohallamart/fields";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import type { OrderStatus, Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";

/** The step that a shop takes next with an order; undefined once there is none. */
export function nextMove(status: OrderStatus): Move | undefined {
  return moves[status];
}

type Move = "packed" | "shipped" | "delivered";

const moves: Partial<Record<OrderStatus, Move>> = {
  placed: "packed",
  packed: "shipped",
  shipped: "delivered",
};

export interface MoveForm {
  orderId: string;
  status: Move;
  /** The delivery partner's. */
  trackingNumber?: string;
}

const moveForm: z.ZodType<MoveForm> = z.object({
  orderId: orderIdSchema,
  status: z.enum(["packed", "shipped", "delivered"]),
  trackingNumber: z
    .string()
    .trim()
    .max(100, "Shorten the tracking number to 100 characters.")
    .transform((text) => text || undefined),
});

export function parseMoveForm(entries: Record<keyof MoveForm, string>) {
  return moveForm.safeParse(entries);
}

/**
 * Moves an order of a shop on, with its event. The same form again changes nothing.
 * @returns a refusal in words for the shopkeeper; nothing is written or emitted then.
 */
export async function moveOrder(
  orders: Orders,
  shopId: string,
  { orderId, status, trackingNumber }: MoveForm,
): Promise<{ refusal?: string }> {
  const order = await orders.get(orderId);
  if (order?.shopId !== shopId) return { refusal: "Your shop has no such order." };
  try {
    await orders.advance(orderId, status, {
      trackingNumber,
      emit: [orderUpdated.create({ orderId, status, trackingNumber })],
    });
    return {};
  } catch (error) {
    if (error instanceof OrderStatusError) return { refusal: error.message };
    throw error;
  }
}
