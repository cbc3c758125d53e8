import { columnsOf } from "../columns.ts";
import type { Rows, RowsOwner } from "../rows.ts";
import { at, type ErasedPart, goods, isIn, shops, thing, vendors, visit, word } from "./part.ts";
import { placeOf, postalAddressOf } from "./places.ts";

const orders = { id: "An order outlives the account, for the books; the id leads to nobody." };

/** Orders on their way, and their money. */
export const erasedOrders: ErasedPart = {
  decisions: {
    ...columnsOf("mohallamart.orders", "contact_name contact_email contact_phone", "anonymised"),
    ...columnsOf("mohallamart.orders", "user_id", orders),
    ...columnsOf("mohallamart.orders", "order_id shop_id", thing),
    ...columnsOf("mohallamart.orders", "payment payment_status refund_status status language", word),
    ...columnsOf("mohallamart.orders", "payment_id", vendors),
    ...columnsOf("mohallamart.order_lines", "order_id product_id", thing),
    ...columnsOf("mohallamart.order_lines", "name unit", shops),
    ...columnsOf("mohallamart.order_links", "token_hash", "erased"),
    ...columnsOf("mohallamart.order_links", "order_id", thing),
    ...columnsOf("mohallamart.order_tracking", "order_id", thing),
    ...columnsOf("mohallamart.order_tracking", "status", word),
    ...columnsOf("mohallamart.order_tracking", "tracking_number", vendors),
    ...columnsOf("mohallamart.parcel_notices", "notice_id tracking_number", vendors),
    ...columnsOf("mohallamart.parcel_notices", "order_id", thing),
    ...columnsOf("mohallamart.parcel_notices", "status reason outcome", word),
    ...columnsOf("mohallamart.checkouts", "contact_name contact_email contact_phone address", "anonymised"),
    ...columnsOf("mohallamart.order_addresses", "line1 line2 landmark pin_code", "erased"),
    ...columnsOf("mohallamart.order_addresses", "order_id", thing),
    ...columnsOf("mohallamart.checkouts", "order_id shop_id items", thing),
    ...columnsOf("mohallamart.checkouts", "payment_order_id", vendors),
    ...columnsOf("mohallamart.checkouts", "visit_id", visit),
    ...columnsOf("mohallamart.checkouts", "status refusal language", word),
    ...columnsOf("mohallamart.released_payments", "contact_name contact_email", "anonymised"),
    ...columnsOf("mohallamart.released_payments", "order_id shop_id", thing),
    ...columnsOf("mohallamart.released_payments", "payment_id", vendors),
    ...columnsOf("mohallamart.released_payments", "refusal language", word),
    ...columnsOf("mohallamart.refunds", "refund_id", vendors),
    ...columnsOf("mohallamart.refunds", "order_id", thing),
    ...columnsOf("mohallamart.refunds", "status", word),
    ...columnsOf("mohallamart.disputes", "dispute_id", vendors),
    ...columnsOf("mohallamart.disputes", "order_id", thing),
    ...columnsOf("mohallamart.disputes", "status", word),
    ...columnsOf("mohallamart.reconciliations", "day", word),
    ...columnsOf("mohallamart.reconciliations", "differences", vendors),
  },
  common: [
    [
      "mohallamart.reconciliations",
      { day: "2026-11-01", from: at, to: at, payments: 1, refunds: 0, differences: [], made_at: at },
    ],
  ],
  rowsOf: ordersOf,
};

function ordersOf(owner: RowsOwner): Rows {
  const { userId, tag, words } = owner;
  const orderId = `ord_${tag}`;
  const contact = {
    contact_name: words("contact"),
    contact_email: `${words("email")}@example.com`,
    contact_phone: words("contact-phone"),
  };
  const order = { order_id: orderId, user_id: userId, ...isIn, ...contact, total_paise: 1000, placed_at: at };
  const returned = { amount_paise: 1000, status: "pending", booked_at: at };
  const paid = { payment: "cash", payment_status: "due", status: "placed" };
  const pickedUp = { status: "picked-up", outcome: "moved", at, taken_at: at };
  const { contact_phone: _, ...payer } = contact;
  const released = { ...isIn, ...payer, total_paise: 1000, refusal: "Sold out.", released_at: at };
  const asked = {
    payment_order_id: `pay_${tag}`,
    items: [],
    address: postalAddressOf(owner),
    total_paise: 1,
    status: "open",
    expires_at: "2099-01-01Z",
  };
  return [
    ["mohallamart.orders", { ...order, ...paid }],
    ["mohallamart.order_addresses", { order_id: orderId, ...placeOf(owner) }],
    ["mohallamart.order_lines", { order_id: orderId, line: 0, product_id: "prod_1", ...goods, quantity: 1 }],
    ["mohallamart.order_tracking", { order_id: orderId, status: "placed", at }],
    ["mohallamart.parcel_notices", { notice_id: `msg_${tag}`, order_id: orderId, ...pickedUp }],
    ["mohallamart.refunds", { refund_id: `rfnd_${tag}`, order_id: orderId, ...returned }],
    ["mohallamart.disputes", { dispute_id: `disp_${tag}`, order_id: orderId, ...returned, status: "open" }],
    ["mohallamart.order_links", { token_hash: words("link"), order_id: orderId, issued_at: at }],
    ["mohallamart.checkouts", { order_id: `next_${tag}`, ...isIn, ...contact, ...asked }],
    ["mohallamart.released_payments", { payment_id: `pay_${tag}`, order_id: `next_${tag}`, ...released }],
  ];
}
