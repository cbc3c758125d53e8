import type { OrderPayment, OrderStatus, PaymentStatus } from "../port.ts";
import { isEnd, isShownToShop, moneyOf, type OrderState } from "./order-states.ts";

/** An order's state as a document keeps it. */
export interface KeptState {
  status: OrderStatus;
  payment: "cash" | "prepaid";
  paymentStatus: PaymentStatus;
  refundStatus?: OrderPayment["refund"];
}

export function stateOf({ status, paymentStatus, refundStatus }: Omit<KeptState, "payment">): OrderState {
  const payment = { status: paymentStatus, ...(refundStatus === undefined ? {} : { refund: refundStatus }) };
  return { order: status, money: moneyOf(payment) };
}

/** What indexes ask of an order, which follows from its state. */
export function derivedOf(order: KeptState): { isShown: boolean; isUnsettled: boolean } {
  const state = stateOf(order);
  const isSettled = isEnd(state) || (state.order !== "cancelled" && state.money === "captured");
  return { isShown: isShownToShop(state), isUnsettled: order.payment === "prepaid" && !isSettled };
}
