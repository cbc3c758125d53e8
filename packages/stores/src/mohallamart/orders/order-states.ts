import { mostAttempts } from "./order-rows/moves.ts";
import type { Money, OrderActor, OrderEffect, OrderEvent, OrderState } from "./order-rows/row.ts";
import { orderRows } from "./order-state-rows.ts";
import type { OrderPayment, OrderStatus } from "./port.ts";

export type { Money, OrderActor, OrderEvent, OrderState };
export { mostAttempts };

export interface OrderTransition {
  event: OrderEvent;
  from: OrderState;
  to: OrderState;
  by: readonly OrderActor[];
  effects: readonly OrderEffect[];
  /** Why it is so, for people. */
  why: string;
}

/** Every transition there is: what is not in the table does not happen to an order, whoever asks for it. */
export const orderTransitions: readonly OrderTransition[] = orderRows.flatMap(
  ({ event, order, money, to, by, effects, why }) =>
    order.flatMap((status) =>
      money.map((of): OrderTransition => {
        const from = { order: status, money: of };
        return { event, from, to: { ...from, ...to }, by, effects, why };
      }),
    ),
);

const byStateAndEvent: ReadonlyMap<string, OrderTransition> = new Map(
  orderTransitions.map((transition) => [keyOf(transition.from, transition.event), transition]),
);

/** What an event makes of an order; undefined when it cannot happen then. */
export function transitionOf(state: OrderState, event: OrderEvent): OrderTransition | undefined {
  return byStateAndEvent.get(keyOf(state, event));
}

/** Every state that an order may be in. */
export const orderStates: readonly OrderState[] = [
  ...new Map(
    orderTransitions
      .flatMap(({ from, to }) => [from, to])
      .map((state) => [`${state.order} ${state.money}`, state]),
  ).values(),
];

/** Whether there is a state with this status in which somebody may bring an event about. */
export function mayHappen(status: OrderStatus, event: OrderEvent, actor: OrderActor): boolean {
  return orderTransitions.some(
    ({ event: named, from, by }) => named === event && from.order === status && by.includes(actor),
  );
}

export function moneyOf({ status, refund }: Pick<OrderPayment, "status" | "refund">): Money {
  return status === "captured" && refund ? `refund-${refund}` : status;
}

/** What a shop does not see: there is nothing to do for it before the money is there, or when it never came. */
export function isShownToShop({ order, money }: OrderState): boolean {
  const isUnpaid = money === "authorised" || money === "failed";
  return !(isUnpaid && (order === "placed" || order === "cancelled"));
}

/** Whether nothing more has to happen to an order, though something still may. */
export function isEnd({ order, money }: OrderState): boolean {
  if (order === "cancelled") return money === "due" || money === "failed" || money === "refunded";
  return order === "delivered" && (money === "due" || money === "captured" || money === "refunded");
}

function keyOf({ order, money }: OrderState, event: OrderEvent): string {
  return `${order} ${money} ${event}`;
}
