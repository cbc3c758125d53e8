import { toRupees } from "@org/events/money";
import type { Payment, PaymentOrder, PaymentStatus, Refund } from "../../payments/port.ts";

const paymentStatus: ReadonlyMap<string, PaymentStatus> = new Map<string, PaymentStatus>([
  ["created", "started"],
  ["authorized", "authorised"],
  ["captured", "captured"],
  ["refunded", "refunded"],
  ["failed", "failed"],
]);

/** Each reads the fields that are used of an entity; undefined when the answer is not one. */
export function toOrder(answer: unknown): PaymentOrder | undefined {
  const { id, receipt, amount, status } = fieldsOf(answer);
  if (!isText(id) || !isText(receipt) || !isPaise(amount) || !isText(status)) return undefined;
  return { id, orderId: receipt, amount: toRupees(amount), status: status === "paid" ? "paid" : "open" };
}

export function toPayment(answer: unknown): Payment | undefined {
  const { id, order_id: order, amount, amount_refunded: refunded, status } = fieldsOf(answer);
  const known = isText(status) ? paymentStatus.get(status) : undefined;
  if (!isText(id) || !isPaise(amount) || !known) return undefined;
  return {
    id,
    ...(isText(order) ? { paymentOrderId: order } : {}),
    amount: toRupees(amount),
    refunded: isPaise(refunded) ? toRupees(refunded) : 0,
    status: known,
  };
}

/** `failed`: the vendor took the request, and the refund failed all the same. */
export function toRefund(answer: unknown): Refund | "failed" | undefined {
  const { id, payment_id: paymentId, amount, status } = fieldsOf(answer);
  if (status === "failed") return "failed";
  if (!isText(id) || !isText(paymentId) || !isPaise(amount)) return undefined;
  if (status !== "pending" && status !== "processed") return undefined;
  return { id, paymentId, amount: toRupees(amount), status };
}

/** The entries of a list of entities. */
export function itemsOf(answer: unknown): unknown[] | undefined {
  const { items } = fieldsOf(answer);
  return Array.isArray(items) ? items : undefined;
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isPaise(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}
