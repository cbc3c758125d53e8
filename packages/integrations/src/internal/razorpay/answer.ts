import { toRupees } from "@org/events/money";
import type { Dispute, Payment, PaymentOrder, PaymentStatus, Refund } from "../../payments/port.ts";

const paymentStatus: ReadonlyMap<string, PaymentStatus> = new Map<string, PaymentStatus>([
  ["created", "started"],
  ["authorized", "authorised"],
  ["captured", "captured"],
  ["refunded", "refunded"],
  ["failed", "failed"],
]);

const refundStatus: ReadonlyMap<string, Refund["status"]> = new Map<string, Refund["status"]>([
  ["pending", "pending"],
  ["processed", "processed"],
  ["failed", "failed"],
]);

const disputeStatus: ReadonlyMap<string, Dispute["status"]> = new Map<string, Dispute["status"]>([
  ["open", "open"],
  ["under_review", "under-review"],
  ["won", "won"],
  ["lost", "lost"],
  ["closed", "closed"],
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

export function toRefund(answer: unknown): Refund | undefined {
  const { id, payment_id: paymentId, amount, status } = fieldsOf(answer);
  const known = isText(status) ? refundStatus.get(status) : undefined;
  if (!isText(id) || !isText(paymentId) || !isPaise(amount) || !known) return undefined;
  return { id, paymentId, amount: toRupees(amount), status: known };
}

export function toDispute(answer: unknown): Dispute | undefined {
  const { id, payment_id: paymentId, amount, status, respond_by: respondBy } = fieldsOf(answer);
  const known = isText(status) ? disputeStatus.get(status) : undefined;
  if (!isText(id) || !isText(paymentId) || !isPaise(amount) || !known) return undefined;
  const answerBy = timeOf(respondBy);
  return {
    id,
    paymentId,
    amount: toRupees(amount),
    status: known,
    ...(answerBy === undefined ? {} : { answerBy }),
  };
}

/** The entries of a list of entities. */
export function itemsOf(answer: unknown): unknown[] | undefined {
  const { items } = fieldsOf(answer);
  return Array.isArray(items) ? items : undefined;
}

/** A list of which every entry is one of the entities: a page that is read in part would hide a difference. */
export function listOf<Entity>(read: (entry: unknown) => Entity | undefined) {
  return (answer: unknown): Entity[] | undefined => {
    const entities = itemsOf(answer)?.map(read);
    const known = entities?.filter((entity) => entity !== undefined);
    return known?.length === entities?.length ? known : undefined;
  };
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Seconds since 1970 as ISO 8601, UTC. */
export function timeOf(seconds: unknown): string | undefined {
  if (typeof seconds !== "number" || !Number.isInteger(seconds) || seconds <= 0) return undefined;
  const milliseconds = seconds * 1000;
  return milliseconds <= 8.64e15 ? new Date(milliseconds).toISOString() : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isPaise(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value);
}
