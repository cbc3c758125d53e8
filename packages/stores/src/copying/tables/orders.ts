import { derivedOf, type KeptState } from "../../mohallamart/orders/indexed-state.ts";
import { orderNumber, readOrderNumber } from "../../mohallamart/orders/order-number.ts";
import { orderLines, orders, orderTracking } from "../../schema/mohallamart.ts";
import { orderAddresses } from "../../schema/mohallamart-addresses.ts";
import { type CopiedTable, copied, firstOf, nameOf, type TableRow } from "../copied-table.ts";
import {
  type Document,
  derived,
  documentOf,
  type Fields,
  group,
  type Row,
  rowOf,
  same,
  time,
  type Value,
} from "../fields.ts";

const head: Fields = {
  orderId: same("order_id"),
  number: derived((row) => readOrderNumber(orderNumber(String(row.order_id)))),
  userId: same("user_id"),
  shopId: same("shop_id"),
  contact: group({ name: same("contact_name"), email: same("contact_email"), phone: same("contact_phone") }),
  language: same("language"),
  totalPaise: same("total_paise"),
  payment: same("payment"),
  paymentId: same("payment_id"),
  paymentStatus: same("payment_status"),
  refundStatus: same("refund_status"),
  status: same("status"),
  placedAt: time("placed_at"),
  stockTakenAt: time("stock_taken_at"),
  stockRestoredAt: time("stock_restored_at"),
  linkGeneration: same("link_generation"),
  isShown: derived((row) => derivedOf(stateIn(row)).isShown),
  isUnsettled: derived((row) => derivedOf(stateIn(row)).isUnsettled),
  // Erasing an account leaves it empty.
  hasContact: derived((row) => row.contact_email !== ""),
};

const lineFields: Fields = {
  productId: same("product_id"),
  name: same("name"),
  unit: same("unit"),
  pricePaise: same("price_paise"),
  quantity: same("quantity"),
};
const historyFields: Fields = {
  status: same("status"),
  at: time("at"),
  trackingNumber: same("tracking_number"),
};
const addressFields: Fields = {
  line1: same("line1"),
  line2: same("line2"),
  landmark: same("landmark"),
  pinCode: same("pin_code"),
};

/** Holds because the columns have no other values; see their types. */
function stateIn(row: Row): KeptState {
  const { status, payment, payment_status: paymentStatus, refund_status: refund } = row;
  return { status, payment, paymentStatus, refundStatus: refund ?? undefined } as KeptState;
}

const lines = nameOf(orderLines);
const tracking = nameOf(orderTracking);
const addresses = nameOf(orderAddresses);

function toDocument(rows: readonly TableRow[]): Document {
  const of = (table: string, fields: Fields) =>
    rows.filter((each) => each.table === table).map(({ row }) => ({ ...documentOf(fields, row) }));
  const [address] = of(addresses, addressFields);
  return {
    ...documentOf(head, firstOf(rows)),
    lines: of(lines, lineFields),
    history: of(tracking, historyFields),
    ...(address && { address }),
  };
}

function toRows(document: Document): TableRow[] {
  const ofOrder = { order_id: String(document.orderId) };
  return [
    { table: nameOf(orders), row: rowOf(head, document) },
    ...listOf(document.lines).map((line, place) => ({
      table: lines,
      row: { ...ofOrder, line: place, ...rowOf(lineFields, line) },
    })),
    ...listOf(document.history).map((kept) => ({
      table: tracking,
      row: { ...ofOrder, ...rowOf(historyFields, kept) },
    })),
    ...(document.address === undefined
      ? []
      : [{ table: addresses, row: { ...ofOrder, ...rowOf(addressFields, Object(document.address)) } }]),
  ];
}

function listOf(value: Value | undefined): Document[] {
  return Array.isArray(value) ? value.map((each) => Object(each)) : [];
}

const inTurn = "array['placed', 'packed', 'shipped', 'delivered', 'cancelled']";

export const orderTable: CopiedTable = {
  ...copied({
    name: "orders",
    table: orders,
    parts: [
      { table: orderLines, of: "order_id", orderBy: "t.line, t.product_id" },
      { table: orderTracking, of: "order_id", orderBy: `t.at, array_position(${inTurn}, t.status)` },
      { table: orderAddresses, of: "order_id", orderBy: "t.order_id" },
    ],
    fields: head,
  }),
  fieldNames: [...Object.keys(head), "lines", "history", "address"],
  toDocument,
  toRows,
};
