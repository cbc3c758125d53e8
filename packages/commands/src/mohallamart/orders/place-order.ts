import type { Addresses, Orders, PostalAddress } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../../request.ts";
import { type CustomerField, orderRequest, type RequestedOrder } from "./order-request.ts";
import { type StartPaymentPorts, type StartPaymentRefusalCode, startPayment } from "./start-payment.ts";
import { type OrderRefusalCode, writeOrder } from "./write-order.ts";

export interface PlaceOrderPorts extends StartPaymentPorts {
  orders: Pick<Orders, "place" | "payment">;
  addresses: Pick<Addresses, "save">;
}

/** A fresh id for the form that a customer is about to fill in. It is no secret: it opens nothing. */
export function newOrderId(): string {
  return `ord_${ulid()}`;
}

export type OrderEntries = EntriesOf<typeof orderRequest> & {
  /** The account of whoever is signed in, for which the address is kept: never from a form. */
  userId?: string;
};

/**
 * A customer orders what is in their cart. An order in cash is placed, with the events it causes; one that is paid first
 * is kept until its payment is authorised, and the customer is to be led there. The same request again is the same order,
 * and leads to it once it is placed.
 */
export function placeOrder(ports: PlaceOrderPorts) {
  const prepare = startPayment(ports);
  async function take(order: RequestedOrder, payment: "cash" | "prepaid") {
    if (payment === "prepaid") return prepare(order);
    const placed = await writeOrder(ports.orders, order);
    return placed.ok ? ({ ...placed, next: "done" } as const) : placed;
  }
  return async ({
    userId,
    ...entries
  }: OrderEntries): Promise<
    Outcome<
      { orderId: string; next: "done" | "pay" },
      InvalidCode | OrderRefusalCode | StartPaymentRefusalCode,
      CustomerField
    >
  > => {
    const read = readRequest(orderRequest, entries);
    if (!read.ok) return read;
    const { name, email, phone, line1, line2, landmark, pinCode, payment, ...rest } = read.request;
    const address: PostalAddress = { line1, line2, landmark, pinCode };
    const taken = await take({ ...rest, customer: { name, email, phone }, address }, payment);
    if (taken.ok && userId) await ports.addresses.save(userId, { name, phone, ...address });
    return taken;
  };
}
