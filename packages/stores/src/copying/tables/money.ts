import { checkouts } from "../../schema/mohallamart-checkouts.ts";
import { disputes, reconciliations, refunds } from "../../schema/mohallamart-money.ts";
import { orderLinks } from "../../schema/mohallamart-order-links.ts";
import { parcelNotices } from "../../schema/mohallamart-parcels.ts";
import { releasedPayments } from "../../schema/mohallamart-released-payments.ts";
import { copied } from "../copied-table.ts";
import { derived, type Field, group, json, millisecondsOf, same, time, timestampOf } from "../fields.ts";

/** A time that the document has as text. */
function isoTime(column: string): Field {
  return {
    read: (row) => new Date(millisecondsOf(row[column]) ?? 0).toISOString(),
    write: (value) => ({ [column]: timestampOf(Date.parse(String(value))) }),
  };
}

export const moneyTables = [
  copied({
    name: "orderLinks",
    table: orderLinks,
    fields: { tokenHash: same("token_hash"), orderId: same("order_id"), issuedAt: time("issued_at") },
  }),
  copied({
    name: "checkouts",
    table: checkouts,
    fields: {
      orderId: same("order_id"),
      paymentOrderId: same("payment_order_id"),
      shopId: same("shop_id"),
      items: json("items"),
      totalPaise: same("total_paise"),
      contact: group({
        name: same("contact_name"),
        email: same("contact_email"),
        phone: same("contact_phone"),
      }),
      email: derived((row) => (row.contact_email === null ? undefined : row.contact_email?.toString())),
      address: json("address"),
      visitId: same("visit_id"),
      language: same("language"),
      status: same("status"),
      refusal: same("refusal"),
      expiresAt: time("expires_at"),
    },
  }),
  copied({
    name: "releasedPayments",
    table: releasedPayments,
    fields: {
      paymentId: same("payment_id"),
      orderId: same("order_id"),
      shopId: same("shop_id"),
      totalPaise: same("total_paise"),
      refusal: same("refusal"),
      name: same("contact_name"),
      email: same("contact_email"),
      language: same("language"),
      releasedAt: time("released_at"),
    },
  }),
  copied({
    name: "refunds",
    table: refunds,
    fields: {
      refundId: same("refund_id"),
      orderId: same("order_id"),
      amountPaise: same("amount_paise"),
      status: same("status"),
      bookedAt: time("booked_at"),
    },
  }),
  copied({
    name: "disputes",
    table: disputes,
    fields: {
      disputeId: same("dispute_id"),
      orderId: same("order_id"),
      amountPaise: same("amount_paise"),
      status: same("status"),
      answerBy: time("answer_by"),
      bookedAt: time("booked_at"),
    },
  }),
  copied({
    name: "reconciliations",
    table: reconciliations,
    fields: {
      day: same("day"),
      from: isoTime("from"),
      to: isoTime("to"),
      payments: same("payments"),
      refunds: same("refunds"),
      differences: same("differences"),
      madeAt: time("made_at"),
    },
  }),
  copied({
    name: "parcelNotices",
    table: parcelNotices,
    fields: {
      noticeId: same("notice_id"),
      orderId: same("order_id"),
      status: same("status"),
      reason: same("reason"),
      trackingNumber: same("tracking_number"),
      at: time("at"),
      outcome: same("outcome"),
    },
  }),
];
