import type { Orders } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../../request.ts";
import { type CustomerField, orderRequest } from "./order-request.ts";
import { type StartPaymentPorts, type StartPaymentRefusalCode, startPayment } from "./start-payment.ts";
import { type OrderRefusalCode, writeOrder } from "./write-order.ts";

export interface PlaceOrderPorts extends StartPaymentPorts {
  orders: Pick<Orders, "place" | "payment">;
}

/** A fresh id for the form that a customer is about to fill in. It is no secret: it opens nothing. */
export function newOrderId(): string {
  return `ord_${ulid()}`;
}

/**
 * A customer orders what is in their cart. An order in cash is placed, with the events it causes; one that is paid first
 * is kept until its payment is authorised, and the customer is to be led there. The same request again is the same order.
 */
export function placeOrder(ports: PlaceOrderPorts) {
  const prepare = startPayment(ports);
  return async (
    entries: EntriesOf<typeof orderRequest>,
  ): Promise<
    Outcome<
      { orderId: string; next: "done" | "pay" },
      InvalidCode | OrderRefusalCode | StartPaymentRefusalCode,
      CustomerField
    >
  > => {
    const read = readRequest(orderRequest, entries);
    if (!read.ok) return read;
    const { name, email, phone, payment, ...rest } = read.request;
    const order = { ...rest, customer: { name, email, phone } };
    if (payment === "prepaid") {
      const started = await prepare(order);
      return started.ok ? { ...started, next: "pay" } : started;
    }
    const placed = await writeOrder(ports.orders, order);
    return placed.ok ? { ...placed, next: "done" } : placed;
  };
}
