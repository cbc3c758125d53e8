import { orderId, shopId } from "@org/events/mohallamart/fields";
import { orderUpdated } from "@org/events/mohallamart/order-updated";
import { OrderStatusError } from "@org/stores/mohallamart/errors";
import { mayHappen, type OrderEvent } from "@org/stores/mohallamart/orders/order-states";
import type { OrderStatus, Orders } from "@org/stores/mohallamart/port";
import * as z from "zod";
import { outOfDate } from "../../internal/out-of-date.ts";
import type { Outcome } from "../../outcome.ts";
import { refusalOf } from "../../refusal.ts";
import { type EntriesOf, type FieldOf, type InvalidCode, readRequest, requestRule } from "../../request.ts";

const moves = ["packed", "shipped", "delivered"] as const;

type Move = (typeof moves)[number];

const eventOf = { packed: "pack", shipped: "ship", delivered: "deliver" } as const satisfies Record<
  Move,
  OrderEvent
>;

/** The step that a shop takes next with an order; undefined once there is none. */
export function nextMove(status: OrderStatus): Move | undefined {
  return moves.find((move) => mayHappen(status, eventOf[move], "shop"));
}

export const moveRequest = requestRule({
  schema: z.object({
    /** The shopkeeper's own. */
    shopId,
    orderId,
    status: z.string().pipe(z.enum(moves)),
    /** The delivery partner's. */
    trackingNumber: z
      .string()
      .trim()
      .max(100, "Shorten the tracking number to 100 characters.")
      .transform((text) => text || undefined)
      .optional(),
  }),
  fields: ["trackingNumber"],
  damaged: outOfDate(),
});

type MoveCode = InvalidCode | "unknown-order" | "past-it";

/** A shopkeeper moves an order of their shop on, with its event. The same request again changes nothing. */
export function moveOrder({ orders }: { orders: Pick<Orders, "get" | "advance"> }) {
  return async (
    entries: EntriesOf<typeof moveRequest>,
  ): Promise<Outcome<{ orderId: string; status: Move }, MoveCode, FieldOf<typeof moveRequest>>> => {
    const read = readRequest(moveRequest, entries);
    if (!read.ok) return read;
    const { shopId, orderId, status, trackingNumber } = read.request;
    const order = await orders.get(orderId);
    if (order?.shopId !== shopId) {
      return { ok: false, code: "unknown-order", message: "Your shop has no such order." };
    }
    try {
      const emit = [orderUpdated.create({ orderId, status, trackingNumber })];
      await orders.advance(orderId, status, { trackingNumber, emit });
      return { ok: true, orderId, status };
    } catch (error) {
      return refusalOf(error, [[OrderStatusError, "past-it"]]);
    }
  };
}
